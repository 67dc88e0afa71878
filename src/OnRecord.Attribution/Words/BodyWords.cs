namespace OnRecord.Attribution.Words;

/// <summary>Words for bodies that speak, what they publish, and where they are.</summary>
internal static class BodyWords
{
    public static readonly (Traits Traits, string Words)[] Lists =
    [
        (
            Traits.Organisation,
            "ministry department agency office bureau commission committee council board authority administration government parliament congress senate house assembly court tribunal party union association federation confederation league alliance coalition foundation institute institution university college school academy faculty laboratory lab center centre hospital clinic"
        ),
        (
            Traits.Organisation,
            "bank group company firm corporation corp corp. inc inc. co co. ltd ltd. llc plc gmbh holdings partners industries airlines airways motors technologies systems pharmaceuticals energy oil society network organization organisation nations charity church synod diocese mosque cathedral embassy consulate command force forces army navy police guard brigade battalion regiment corps patrol"
        ),
        (
            Traits.Organisation,
            "service services district county city state town village borough municipality province republic kingdom cabinet kremlin pentagon nato un u.n. eu e.u. who fbi cia nasa irs fda cdc epa opec imf fifa uefa unesco unicef interpol hamas hezbollah taliban treasury exchange museum library theatre theater orchestra trust fund campaign team club squad startup regulator watchdog operator airline manufacturer retailer supermarket utility contractor developer council opposition inquiry panel think-tank tank secretariat directorate division unit registry prefecture zoo port airport railway societies institute project program programme"
        ),
        (
            Traits.Organisation | Traits.Name,
            "google facebook twitter microsoft apple amazon boeing airbus tesla uber netflix walmart toyota samsung sony intel ibm pfizer moderna exxon shell bp volkswagen siemens roscosmos gazprom huawei alibaba tencent meta greenpeace oxfam amnesty brussels washington beijing moscow kyiv kiev downing"
        ),
        (
            Traits.Outlet,
            "times post news herald tribune gazette guardian telegraph journal mirror chronicle courier examiner globe star sun observer independent standard press daily mail express inquirer bulletin ledger dispatch register sentinel broadcaster newspaper paper magazine radio television tv channel wire newswire tabloid weekly podcast experience show programme program hour review today"
        ),
        (
            Traits.Outlet | Traits.Name,
            "reuters bloomberg bbc cnn nbc cbs abc msnbc npr pbs itv forbes politico axios vox buzzfeed wired slate salon huffpost vice time newsweek economist spiegel bild welt zeit haaretz itar-tass tass xinhua interfax afp ap upi dpa efe kyodo yonhap al-jazeera jazeera msn yahoo propublica bellingcat espn variety rappler meduza novosti ukrinform unian ukrainska pravda suspilne nikkei asahi corriere repubblica monde figaro liberation pais mundo folha globo wikinews cnbc c-span marketwatch techcrunch deadline vogue playboy gb sky breitbart euronews france24 bandt lemonde mediapart correctiv"
        ),
        (
            Traits.Country | Traits.Name,
            "america u.s. us usa u.s.a. u.k. uk britain england scotland wales ireland france germany italy spain portugal netherlands belgium austria switzerland poland ukraine russia belarus china japan india pakistan iran iraq syria israel egypt turkey greece cyprus sweden norway denmark finland iceland estonia latvia lithuania moldova romania bulgaria hungary slovakia slovenia croatia serbia bosnia montenegro kosovo albania macedonia canada mexico brazil argentina chile peru colombia venezuela cuba haiti jamaica bolivia ecuador uruguay paraguay"
        ),
        (
            Traits.Country | Traits.Name,
            "australia zealand indonesia malaysia singapore thailand vietnam philippines taiwan korea mongolia nepal bangladesh afghanistan kazakhstan uzbekistan georgia armenia azerbaijan lebanon jordan kuwait qatar bahrain oman yemen algeria tunisia libya morocco sudan ethiopia kenya uganda tanzania rwanda nigeria ghana senegal mali cameroon congo angola zambia zimbabwe mozambique namibia botswana somalia eritrea myanmar cambodia laos palestine arabia europe luxembourg malta"
        ),
        (
            Traits.Demonym,
            "american british english scottish welsh irish french german italian spanish portuguese dutch belgian austrian swiss polish ukrainian russian belarusian chinese japanese indian pakistani iranian iraqi syrian israeli egyptian turkish greek swedish norwegian danish finnish canadian mexican brazilian australian european african asian palestinian saudi korean indonesian malaysian thai vietnamese filipino taiwanese afghan lebanese nigerian kenyan ethiopian western eastern northern southern labour republican democratic conservative muslim christian jewish catholic orthodox soviet"
        ),
        (
            Traits.Document,
            "report study survey poll statement letter memo memorandum document documents filing filings complaint lawsuit suit indictment affidavit ruling verdict order decision transcript minutes audit review analysis paper article editorial book email e-mail e-mails emails release notice notification advisory bulletin brief briefing dossier contract invoice press-release communique communiqué declaration resolution law bill act treaty constitution website page site sign banner note message telegram records research findings inscription plaque label headline slogan caption shirt shirts card poster placard petition motion judgment judgement testimony presentation posters banners placards leaflet leaflets manual diary entry text book chapter column essay recording video audio interview reports studies statements letters speech summary ordinance charter agreement draft"
        ),
        (Traits.Figures, "data figures statistics census numbers results estimates index dataset"),
        (Traits.Post, "tweet tweets retweet post posts thread blog"),
        (
            Traits.Speech,
            "claim claims announcement assertion allegation allegations statement suggestion warning prediction argument admission promise assurance insistence contention declaration comment remark remarks complaint accusation acknowledgment report reports belief view assurances warnings denial"
        ),
        (
            Traits.Declining,
            "declined declines declining refused refuses refusing respond responded reply replied return returned answer answered comment commented elaborate say discuss disclose confirm reached unavailable available"
        ),
        (
            Traits.Refusal,
            "comment say speak discuss answer elaborate respond confirm deny provide identify give name disclose reveal specify address talk explain reply testify detail"
        ),
    ];
}
