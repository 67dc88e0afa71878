namespace OnRecord.Attribution.Languages;

internal static class German
{
    public static readonly Phrasebook Words = new()
    {
        Verbs = Phrasebook.Set(
            "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten berichtete berichtet berichteten teilte teilten mitteilte meinte meint meinten "
                + "kritisierte kritisiert forderte fordert forderten warnte warnt warnten schrieb schreibt schrieben behauptete behauptet antwortete entgegnete ergänzte fügte "
                + "bestätigte bestätigt versicherte versichert kündigte verkündete twitterte dementierte bestritt äußerte räumte gestand mahnte argumentierte erzählte meldete meldet"
        ),
        That = Phrasebook.Set("dass daß ob"),
        According =
        [
            "laut",
            "zufolge",
            "nach angaben von",
            "nach angaben der",
            "nach angaben des",
            "nach den worten von",
            "so",
        ],
        Pronouns = Phrasebook.Set("er sie"),
        Links = Phrasebook.Set(
            "von vom der des die das den dem und für zu zur zum im in am a. d. einer eines ein eine"
        ),
        Bodies = Phrasebook.Set(
            "ministerium innenministerium außenministerium finanzministerium regierung bundesregierung bundeswehr polizei staatsanwaltschaft gericht bundesgericht behörde amt bundesamt "
                + "unternehmen firma konzern bank universität institut partei gewerkschaft verband verein stadt gemeinde rat kommission kanton kreis klinik feuerwehr kirche un eu nato spd cdu csu fdp grüne afd gmbh ag"
        ),
        Unnamed = Phrasebook.Set(
            "sprecher sprecherin anwohner anwohnerin zeuge zeugin experte expertin beamter beamtin mitarbeiter mitarbeiterin kreise insider quelle augenzeuge"
        ),
        Groups = Phrasebook.Set(
            "zeugen augenzeugen anwohner experten fachleute behörden beamte kreise ermittler forscher kritiker gegner bewohner mitarbeiter ärzte helfer medien"
        ),
        Outlets = Phrasebook.Set(
            "zeitung tageszeitung nachrichtenagentur sender spiegel zeit bild welt dpa afp reuters tagesschau ard zdf taz faz rundfunk magazin"
        ),
        Openers = Phrasebook.Set(
            "am im in nach bei auf laut der die das ein eine dem den wie so als auch zuvor zudem außerdem danach dabei gestern heute morgen montag dienstag mittwoch donnerstag freitag samstag sonntag gegenüber"
        ),
    };
}
