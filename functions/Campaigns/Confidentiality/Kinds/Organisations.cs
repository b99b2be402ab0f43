using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>What is called after people and is none: hospitals, charities, shops, figures of stories.</summary>
internal static class Organisations
{
    private const int Longest = 40;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shops =
        new HashSet<string>(["john lewis", "peter jones", "paul smith"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new HashSet<string>(
        ("guy fawkes|earl grey|weight watchers|marie stopes|royal marsden|kings lynn|rob roy|ivy house|marks spencer|anthony nolan|marie curie|james cook|john radcliffe|sue ryder|florence nightingale|mary seacole|ronald mcdonald|jo cox|alexander fleming|edward jenner|alan turing|"
        + "louis pasteur|queen elizabeth|queen mary|princess alexandra|princess alice|royal victoria|russell howard|ted baker|laura ashley|jack wills|ben nevis|tom tom|jack daniels|johnnie walker|"
        + "james bond|harry potter|father christmas|santa claus|peter pan|mickey mouse|lewis hamilton trust|arthur rank|helen bamber|martha trust|katharine house|st luke|st john|"
        + "jimmy choo|sarah cannon|ellenor lions|helen rollason|bobby moore|sebastian coe|stephen hawking|charles darwin|isaac newton|victoria derbyshire|william harvey|rosalind franklin|francis crick|"
        + "frances street|george eliot|charlotte street|james paget|lister hospital|diana princess|martin house|naomi house|rachel house|robin house|francis house|julia house|alexander devine|max appeal|"
        + "molly rose|ruth strauss|robbie burns|lloyd george|jessie may|noah ark|emily ash|henry ford|henry viii|elizabeth line|victoria line|victoria station|ann summers|dorothy perkins|thomas cook|"
        + "jamie oliver|lewis moody|ella neale|jenny craig|rose cottage|daisy hill|guys hospital").Split('|'),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether what looks like a name is an organisation, a place or a story's figure.</summary>
    public static bool Is(ReadText text, int first, int last)
    {
        // "Stephen Lawrence Day"
        if (last > first + 1 && text.Tokens[last].Is(WordClasses.Organisation) && (!text.Tokens[last].Is(WordClasses.SurnameWord) || text.Text(text.Tokens[last]) is "Day" or "House" or "Park" or "Court"))
        {
            return true;
        }

        if (last + 1 < text.Count && text.Tokens[last + 1] is { Kind: TokenKind.Word } next && next.Is(WordClasses.Organisation | WordClasses.Street | WordClasses.WeakStreet) && !(last + 2 < text.Count && text.Tokens[last + 2] is { Kind: TokenKind.Number, IsInTag: false }) && (next.IsCapitalised || IsBuilding(text, last + 1)) && text.GapAfter(last) is [' '] or ['\'', ' '])
        {
            return true;
        }

        // "Guy's Hospital", "St Thomas' Hospital"
        if (last + 2 < text.Count && text.Tokens[last + 1].Length == 1 && text.GapAfter(last) is ['\''] && text.Tokens[last + 2].IsCapitalised && text.Tokens[last + 2].Is(WordClasses.Organisation) && text.GapAfter(last + 1) is [' '])
        {
            return true;
        }

        if (first + 1 >= text.Count || text.Tokens[first + 1].End - text.Tokens[first].Start >= Longest)
        {
            return false;
        }

        var words = text.Chars.AsSpan(text.Tokens[first].Start, text.Tokens[first + 1].End - text.Tokens[first].Start);
        return Known.Contains(words) || (Shops.Contains(words) && (last == first + 1 || text.Tokens[first + 2].Is(WordClasses.Place)) && !IsSomebody(text, first, last));
    }

    // Shops have the names of people, and many people have theirs: "spoke to John Lewis", "Peter Jones took my blood".
    private static bool IsSomebody(ReadText text, int first, int last)
    {
        if (first > 0 && text.GapAfter(first - 1).Length <= 2)
        {
            ref var before = ref text.Tokens[first - 1];
            var word = text.Text(before);
            var isTold = before.Is(WordClasses.Person | WordClasses.Title) || (before.Is(WordClasses.Introduction) && word is not ("from" or "From" or "xx"));
            if (isTold || word is "saw" or "Saw" or "under" or "know" or "was" or "is" or "m" or "you" || (first > 1 && IsAfterVerb(text.Text(text.Tokens[first - 2]), word)))
            {
                return true;
            }
        }

        var next = last + 1;
        if (next >= text.Count)
        {
            return false;
        }

        if (text.GapAfter(last) is [' '] && text.Text(text.Tokens[next]) is "took" or "told" or "did" or "who" or "rang" or "gave" or "died" or "and")
        {
            return text.Text(text.Tokens[next]) is not "and" || (next + 2 < text.Count && text.Text(text.Tokens[next + 1]) is "the" && text.Text(text.Tokens[next + 2]) is "team");
        }

        return NameContexts.IsAtWork(text, last) || NameContexts.IsSaidToBeIll(text, last);
    }

    private static bool IsAfterVerb(ReadOnlySpan<char> verb, ReadOnlySpan<char> word) => word switch
    {
        "to" => verb is "spoke" or "Spoke" or "spoken" or "talked" or "thanks" or "Thanks",
        "by" => verb is "seen" or "treated" or "examined" or "called",
        "for" => verb is "ask" or "asked",
        "about" => verb is "complaint" or "complained",
        "from" => verb is "letter" or "email" or "call" or "message",
        _ => false,
    };

    private static bool IsBuilding(ReadText text, int at) => text.Text(text.Tokens[at]) is "wing" or "ward" or "hospital" or "clinic" or "unit" or "centre" or "building" or "suite" or "hospice";
}
