/** Short confirmations at the corner of the page; errors stay beside what caused them instead. */
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

export const confirmDone = (message: string): void => {
  notifications.show({ message, color: 'green', autoClose: 5_000, role: 'status', closeButtonProps: { 'aria-label': i18next.t('action.close') } });
};
