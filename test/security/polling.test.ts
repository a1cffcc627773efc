import { backgroundHeader } from '../../forms/contract/background.ts';
import { attacks } from './attack.ts';

attacks({ file: 'engine/api/background.ts', weakened: () => ({ isBackground: () => false }) }, [
  {
    name: 'a desk that nobody sits at stays open, because its page asks by itself',
    succeeds: async (api) => {
      const operatore = await api.signIn('operatore', 'office');
      const statuses: number[] = [];
      for (let count = 0; count < 4; count += 1) {
        api.advance({ minutes: 10 });
        const { status } = await operatore.send('GET', '/api/v1/tasks', { headers: { [backgroundHeader]: '1' } });
        statuses.push(status);
      }
      return statuses.at(-1) === 200;
    },
  },
]);
