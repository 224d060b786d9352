import { png } from '../png.ts';
import { people } from '../sample-domain.ts';
import { excelFile, pdfFile, photo, unzipped, wordFile } from '../sample-files.ts';
import type { ContractBot } from './participant.ts';
import { stage, wish } from './stage.ts';

/** A leader does this on every channel. */
export function leaderContract(open: () => Promise<ContractBot>): void {
  describe('a leader', () => {
    const at = stage(open, 'test');
    const { last, leader, meets, opensForm, owner, reports } = at;
    const keptContent = async () => {
      const chunks = await at.bot().database.connection.collection('files.chunks').find().sort({ n: 1 }).toArray();
      return Uint8Array.from(Buffer.concat(chunks.map(({ data }) => (data as { buffer: Buffer }).buffer)));
    };
    test('submits a request in plain words, and gets a number', async () => {
      await leader().says(wish);
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().presses('Ja, send det');
      const { number, text, state } = await last();
      expect(leader().reads()).toContain(number);
      expect([text, state]).toEqual([wish, 'routed']);
    });

    test('says yes to what the bot understood, which sends it, and no, which does not', async () => {
      await leader().says(wish);
      await leader().says('nej');
      expect(leader().reads()).toContain('Hvad skal rettes?');
      expect(await at.requests()).toEqual([]);
      // A yes right after a no is no yes to what was wrong.
      await leader().says('ja');
      expect(await at.requests()).toEqual([]);
      await leader().says('ja');
      expect(leader().reads()).toContain((await last()).number);
      expect((await last()).text).toBe(wish);
    });

    test('makes two drafts of a message with two wishes by one press, and sends one of them', async () => {
      const clean = 'Rengøringen kommer aldrig om fredagen, så vi vasker selv gulvene på skolen.';
      await leader().says(`1. ${wish}\n2. ${clean}`);
      expect(leader().reads()).toContain('Det ligner to ting');
      await leader().presses('Del i to');
      expect(leader().reads()).toContain('Nu er det to kladder');
      await leader().presses('Åbn');
      await leader().presses('Ja, send det');
      const [sent, kept] = [(await last()).text, (await at.stored().drafts.find().lean()).map(({ text }) => text)];
      expect([sent, ...kept].sort()).toEqual([wish, clean].sort());
    });

    test('submits a request by form, which first comes back with what is missing', async () => {
      await opensForm(leader(), 'nyt', 'Skriv et ønske', 'Send ønsket');
      await leader().fills({ text: wish }, 'Send ønsket');
      expect(leader().seesNow()).toContain('Skal udfyldes.');
      await leader().fills({ text: wish, area: 'personale' }, 'Send ønsket');
      expect((await last()).text).toBe(wish);
    });

    test('turns the pages of the list of own requests in the same card, and each line leads with what is hard', async () => {
      await at.manyReported(14);
      await leader().says('mine');
      expect(leader().seesNow()).toMatch(/Besværligt 14[\s\S]*Besværligt 5/u);
      await leader().presses('Vis 4 til');
      expect(leader().seesNow()).toMatch(/Besværligt 4[\s\S]*Besværligt 1[\s\S]*Nr. 11–14 på listen/u);
      expect(leader().all().join()).not.toContain('Besværligt 14');
      await leader().presses('Vis de forrige 10');
      expect(leader().seesNow()).toContain('Besværligt 14');
    });

    test('changes a draft before it is sent', async () => {
      await leader().says(wish);
      await leader().presses('Ret først');
      await leader().fills({ text: 'Lønnen kommer for sent', area: 'oekonomi' }, 'Send ønsket');
      expect(await last()).toMatchObject({ text: 'Lønnen kommer for sent', unit: 'koncernoekonomi' });
    });

    test('keeps a text that is too long whole, and shortens it together', async () => {
      const long = `${wish} ${'Det sker hver måned, og ingen ved hvorfor. '.repeat(90)}`.trim();
      await leader().says(long);
      expect(leader().reads()).toContain('for langt til ét ønske');
      expect(await at.stored().drafts.countDocuments({ text: long })).toBe(1);
      await leader().presses('Forkort den');
      expect(leader().seesNow()).toContain('Her er begyndelsen');
      await leader().fills({ area: 'personale' }, 'Send ønsket');
      const { text } = await last();
      expect([text.length > 2900, text.length <= 3000, long.startsWith(`${text} `)]).toEqual([true, true, true]);
    });

    test('throws a draft away', async () => {
      await leader().says(wish);
      await leader().presses('Slet');
      expect(leader().reads()).toContain('Kladden er slettet');
      expect([await at.requests(), await at.stored().drafts.countDocuments()]).toEqual([[], 0]);
    });

    test('sends without a name, and the owner reads none', async () => {
      await meets(people.hr);
      await reports({ button: 'Send uden mit navn' });
      expect(owner().reads()).toContain('anonym');
      expect(owner().all().join()).not.toMatch(/Pernille|Fjordskolen/);
    });

    test('corrects a message after sending it to the bot, and takes it back, on the same card', async () => {
      await leader().says(wish);
      const before = leader().all().length;
      await leader().edits(wish, `${wish} Hver måned.`);
      expect(leader().reads()).toContain('Hver måned.');
      await leader().deletes(wish);
      expect(leader().reads()).toContain('Kladden er slettet');
      expect(leader().all()).toHaveLength(before);
      expect(await at.stored().drafts.countDocuments()).toBe(0);
    });

    test('keeps a request as it was sent, whatever happens to the message', async () => {
      await leader().says(wish);
      await leader().presses('Ja, send det');
      await leader().edits(wish, 'Noget helt andet');
      expect(leader().reads()).toContain('var allerede sendt');
      await leader().deletes('Noget helt andet');
      expect((await at.requests()).map(({ text, state }) => [text, state])).toEqual([[wish, 'routed']]);
    });

    test('corrects a message that was refused; throws a draft away and changes their mind', async () => {
      await leader().says('Vikaren 070761-4285 venter på løn');
      expect(leader().reads()).toContain('CPR');
      await leader().edits('Vikaren 070761', 'Vikaren venter på løn');
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().presses('Slet');
      await leader().edits('Vikaren venter', 'Vikaren venter stadig på løn');
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().presses('Ja, send det');
      expect((await at.requests()).map(({ text }) => text)).toEqual(['Vikaren venter stadig på løn']);
    });

    test('lists their own requests, opens one by its number, and withdraws it', async () => {
      const number = await reports();
      await leader().says('mine');
      expect(leader().reads()).toContain(number);
      await leader().says(`vis ${number.toLowerCase()}`);
      expect(leader().reads()).toContain(wish);
      await leader().presses('Træk tilbage');
      expect(leader().reads()).toMatch(/Skal .* trækkes tilbage/);
      await leader().presses('Ja, træk det tilbage');
      expect(await last()).toMatchObject({ state: 'withdrawn' });
      expect(leader().reads()).toContain('Du kan fortryde indtil');
      await leader().presses('Fortryd');
      expect(await last()).toMatchObject({ state: 'routed' });
      expect(leader().reads()).toContain('Fortrudt: ønsket er tilbage');
    });

    test('adds to a request that was sent and corrects it, and the owner reads the new words', async () => {
      await meets(people.hr);
      const number = await reports();
      await leader().says(number);
      await leader().presses('Føj til');
      await leader().fills({ text: 'Det sker også i ferierne' }, 'Føj til');
      expect(leader().reads()).toContain(`Det er føjet til ${number}`);
      await at.delivers();
      expect(owner().reads()).toContain('Lederen har føjet til');
      expect(owner().reads()).toContain('Det sker også i ferierne');
      await leader().says(number);
      await leader().presses('Ret');
      await leader().fills({ text: 'Lønnen kommer to uger for sent' }, 'Ret ønsket');
      await at.delivers();
      expect(owner().reads()).toContain('Rettet af lederen');
      expect(await last()).toMatchObject({ text: 'Lønnen kommer to uger for sent', state: 'routed' });
    });

    test('hears that a request which was sent stays, when they delete the message that it was written in', async () => {
      const number = await reports();
      await leader().deletes(wish);
      expect(leader().reads()).toContain(`${number} er sendt til Koncern HR og bliver der`);
      expect(await last()).toMatchObject({ state: 'routed', text: wish });
    });

    test('reads that a message holds a CPR number, and the bot keeps nothing', async () => {
      await leader().says('Vikaren 070761-4285 venter');
      expect(leader().reads()).toContain('CPR');
      expect(await at.stored().drafts.countDocuments()).toBe(0);
    });

    test('sends a picture along, which the owner can open', async () => {
      await meets(people.hr);
      await leader().sendsFile({ name: 'fejl.png', type: 'image/png', content: png }, wish);
      await at.delivers();
      await leader().presses('Ja, send det');
      await at.delivers();
      await owner().presses('Vis filer');
      expect(owner().reads()).toContain('fejl.png');
      const [file] = await at.stored().attachments.find().lean();
      expect(file).toMatchObject({ state: 'stored', type: 'image/png', about: (await last())._id });
    });

    test.each(['Ole 070761-4285 har ingen adgang', 'hjælp'])(
      'reads that a file sent with “%s” is not kept, and no draft gets it',
      async (text) => {
        await leader().says(wish);
        await leader().sendsFile({ name: 'ole-sag.png', type: 'image/png', content: png }, text);
        expect(leader().reads()).toContain('Filen er ikke gemt');
        expect(await at.stored().attachments.countDocuments()).toBe(0);
      },
    );

    test('reads that the bot does not keep a file of this kind', async () => {
      await leader().sendsFile({ name: 'fejl.png', type: 'image/png', content: Buffer.from('<svg onload=x>') }, wish);
      await at.delivers();
      expect(leader().reads()).toContain('Jeg tager imod billeder');
      expect(leader().reads()).toContain('fejl.png');
      const files = await at.stored().attachments.find().lean();
      expect(files).toMatchObject([{ state: 'refused', problem: 'wrong-type' }]);
    });

    test('says what the number is that looks like a CPR number, and never that of one with a label', async () => {
      const said = 'Lønnen viser 1203981234 for nye vikarer, og det tager 20 minutter hver gang';
      await leader().says(said);
      expect(leader().reads()).toContain('Hvad er det for et nummer?');
      await leader().presses('Det er et sagsnummer');
      expect(leader().reads()).toContain('Send beskeden igen');
      expect(JSON.stringify(await at.stored().drafts.find().lean())).not.toContain('1203981234');
      await leader().says(said);
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().edits(said, `${said}, suk`);
      expect(leader().reads()).toContain('hver gang, suk');
      await leader().presses('Ja, send det');
      expect(await last()).toMatchObject({
        text: `${said}, suk`,
        numbers: { are: 'case', digits: ['1203981234'] },
      });
      await leader().says('Lønnen viser cpr 1203981234 for nye vikarer');
      expect(leader().reads()).toContain('Der står et CPR-nummer i din tekst');
      await leader().says('Lønnen viser 120398-1234 for nye vikarer');
      expect(leader().reads()).not.toContain('Hvad er det for et nummer?');
    });

    test('is told in the form how to go past a number that looks like a CPR number', async () => {
      await opensForm(leader(), 'nyt', 'Skriv et ønske', 'Send ønsket');
      await leader().fills({ text: 'Lønnen viser 1203981234', area: 'personale' }, 'Send ønsket');
      expect(leader().seesNow()).toContain('Skriv foran det, hvad det er');
      await leader().fills({ text: 'Lønnen viser sagsnr. 1203981234', area: 'personale' }, 'Send ønsket');
      expect((await last()).text).toBe('Lønnen viser sagsnr. 1203981234');
    });

    test.each([
      ['elever.docx', wordFile('Eleven Ida, 120316-4127, mangler en stol')],
      ['elever.xlsx', excelFile(['Navn', 'Ida', '1203164127'])],
      ['elever.pdf', pdfFile('Ida 120316-4127 mangler en stol')],
      ['elever.jpg', photo('Ida 120316-4127')],
    ])('reads that the bot does not keep %s, which holds a CPR number', async (name, content) => {
      await leader().sendsFile({ name, type: 'application/octet-stream', content }, wish);
      await at.delivers();
      expect(leader().reads()).toContain('Der står et CPR-nummer i den');
      const files = await at.stored().attachments.find().lean();
      expect(files).toMatchObject([{ state: 'refused', problem: 'holds-cpr' }]);
    });

    test.each([
      ['foto.jpg', photo('Taget af Ida Holm')],
      ['brev.docx', wordFile('Skemaet er for langt', 'Ida Holm')],
    ])('sends %s, of which the bot keeps no author', async (name, content) => {
      expect(Buffer.from(content).toString('latin1') + unzipped(content)).toContain('Ida Holm');
      await leader().sendsFile({ name, type: 'application/octet-stream', content }, wish);
      await at.delivers();
      const [file] = await at.stored().attachments.find().lean();
      expect(file).toMatchObject({ state: 'stored', name });
      const kept = await keptContent();
      expect(kept.length).toBeGreaterThan(20);
      expect(Buffer.from(kept).toString('latin1') + unzipped(kept)).not.toContain('Ida Holm');
    });

    test('chooses the language', async () => {
      await leader().says('engelsk');
      expect(leader().reads()).toContain('Write a request');
      await leader().says(wish);
      expect(leader().reads()).toContain('Did I get it right?');
    });

    test('may not do what is for others', async () => {
      for (const command of ['indbakke', 'overblik', 'kampagne']) {
        await leader().says('hjælp');
        await leader().says(command);
        expect([command, leader().reads()]).toEqual([command, expect.stringContaining('Det ligger hos andre end dig')]);
      }
    });
  });
}
