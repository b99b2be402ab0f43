using System.Globalization;
using System.Text;

namespace Campaigns.Insight.Embedded;

/// <summary>
/// Reads the file that the build makes of the npm packages and of <c>Data/additions.tsv</c>: kind, text and value, with tabs between. A later line
/// stands over an earlier one.
/// </summary>
internal sealed class LexiconFile
{
    private const string Resource = "Campaigns.Insight.Embedded.words.tsv";

    private const int MostLanguages = 64;

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> phrases = new(StringComparer.Ordinal);
    private readonly List<string> languages = ["en"];
    private string version = "";

    /// <summary>Reads the file that stands in the assembly.</summary>
    public static Lexicon ReadEmbedded()
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The build left out {Resource}.");
        return Read(new StreamReader(stream, Encoding.UTF8));
    }

    /// <summary>Reads a lexicon.</summary>
    /// <param name="reader">The file's lines.</param>
    public static Lexicon Read(TextReader reader)
    {
        var file = new LexiconFile();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var kind, var text, var value])
            {
                file.Add(kind, text, value);
            }
        }

        return new(file.words, file.phrases, file.languages, file.version);
    }

    private void Add(string kind, string text, string value)
    {
        switch (kind)
        {
            case "version":
                version = text;
                break;
            // Hyphens part words as spaces do; emoticons have them too, but no letter on both sides.
            case "word" or "phrase" when IsOfSeveralWords(text):
                Both(text.Replace('-', ' '), one => phrases[one] = Number(value));
                break;
            case "word" or "phrase":
                Both(text, one => Change(one, word => word with { Valence = Number(value), Kinds = word.Kinds | WordKinds.Known }));
                break;
            case "boost":
                Change(text, word => word with { Boost = Number(value), Kinds = word.Kinds | WordKinds.Known });
                break;
            case "negator":
                Change(text, static word => word with { Kinds = word.Kinds | WordKinds.Negator | WordKinds.Known });
                break;
            case "contrast":
                Change(text, static word => word with { Kinds = word.Kinds | WordKinds.Contrast | WordKinds.Known });
                break;
            case "known":
                Change(text, static word => word with { Kinds = word.Kinds | WordKinds.Known });
                break;
            case "function":
                Change(text, static word => word with { Kinds = word.Kinds | WordKinds.Function | WordKinds.Known, Languages = word.Languages | 1 });
                break;
            case "stop":
                var bit = BitOf(value);
                Change(text, word => word with { Languages = word.Languages | bit });
                break;
            default:
                throw new FormatException($"\"{kind}\" is no kind of line.");
        }
    }

    private static bool IsOfSeveralWords(string text)
    {
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] == ' ' || (text[at] == '-' && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>People leave the apostrophe of "can't" out.</summary>
    private static void Both(string text, Action<string> add)
    {
        add(text);
        if (text.Contains("n't", StringComparison.Ordinal))
        {
            add(text.Replace("n't", "nt", StringComparison.Ordinal));
        }
    }

    private void Change(string text, Func<Word, Word> change) => words[text] = change(words.GetValueOrDefault(text));

    private ulong BitOf(string language)
    {
        if (!languages.Contains(language))
        {
            languages.Add(languages.Count < MostLanguages ? language : throw new FormatException($"A word has bits for {MostLanguages} languages: \"{language}\" is one too many."));
        }

        return 1UL << languages.IndexOf(language);
    }

    private static double Number(string value) => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
