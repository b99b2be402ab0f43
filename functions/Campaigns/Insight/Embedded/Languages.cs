using System.Numerics;

namespace Campaigns.Insight.Embedded;

/// <summary>Tells which language a text is in: by its script, and within a script by its frequent words.</summary>
internal static class Languages
{
    public const string English = "en";

    /// <summary>What a word of the lexicon is worth that is no frequent one: it is English, but names are among them.</summary>
    private const double Known = 0.6;

    /// <summary>Frequent words of one or two letters are words of many languages.</summary>
    private const double Short = 0.6;

    /// <summary>Another language than English needs this much: about two frequent words.</summary>
    private const double Least = 1.6;

    /// <summary>And this much more than English has.</summary>
    private const double Lead = 1.25;

    /// <summary>The language that came with the text is worth about one word: it is often that of the program it was written with.</summary>
    private const double Told = 1;

    /// <summary>A language beside no known word at all.</summary>
    private const double Accented = 0.7;

    /// <summary>The language of a text as ISO 639-1; null where it has no letters, or too little is known.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="lexicon">Frequent words by language.</param>
    /// <param name="told">The language that came with it, or null.</param>
    /// <param name="hasWords">Whether there are letters at all.</param>
    public static string? Of(scoped in Tokens tokens, Lexicon lexicon, string? told, out bool hasWords)
    {
        told = told is { Length: >= 2 } ? told[..2].ToLowerInvariant() : null;
        var script = ScriptOf(tokens);
        hasWords = script != Script.None;
        if (script == Script.None)
        {
            return null;
        }

        return Scripts.LanguageOf(script) is { } language ? (language == "zh" && told == "ja" ? "ja" : language) : ByWords(tokens, lexicon, told, script);
    }

    /// <summary>The script of most letters; where Japanese has Kana, it is that.</summary>
    private static Script ScriptOf(scoped in Tokens tokens)
    {
        Span<int> counts = stackalloc int[(int)Script.Other + 1];
        counts.Clear();
        foreach (ref readonly var token in tokens.All)
        {
            if (token.Is(TokenKinds.Letters))
            {
                foreach (var letter in tokens.TextOf(token))
                {
                    counts[(int)(char.IsLetter(letter) ? Scripts.Of(letter) : Script.None)]++;
                }
            }
        }

        counts[(int)Script.None] = 0;
        if (counts[(int)Script.Kana] > 0)
        {
            counts[(int)Script.Kana] += counts[(int)Script.Han];
        }

        var most = 0;
        for (var script = 1; script < counts.Length; script++)
        {
            most = counts[script] > counts[most] ? script : most;
        }

        return (Script)most;
    }

    private static string? ByWords(scoped in Tokens tokens, Lexicon lexicon, string? told, Script script)
    {
        Span<double> scores = stackalloc double[64];
        scores.Clear();
        var (english, accented) = (0.0, 0);
        foreach (ref readonly var token in tokens.All)
        {
            if (!token.Is(TokenKinds.Letters))
            {
                continue;
            }

            if (token.Number < 0)
            {
                accented += tokens.TextOf(token).IndexOfAnyExceptInRange('\0', '\u007F') >= 0 ? 1 : 0;
                continue;
            }

            ref readonly var word = ref lexicon[token.Number];
            english += word.Is(WordKinds.Known) && (word.Languages & 1) == 0 ? Known : 0;
            for (var left = token.Is(TokenKinds.Hashtag) ? word.Languages & 1 : word.Languages; left != 0; left &= left - 1)
            {
                scores[BitOperations.TrailingZeroCount(left)] += token.Length > 2 ? 1 : Short;
            }
        }

        english += scores[0] + (told == English ? Told : 0) - (accented * Accented);
        var (best, score) = (-1, 0.0);
        for (var at = 1; at < lexicon.Languages.Count; at++)
        {
            var own = scores[at] + (lexicon.Languages[at] == told ? Told : 0);
            (best, score) = own > score ? (at, own) : (best, score);
        }

        var other = score + (accented * Accented / 2);
        if (best > 0 && other >= Least && other > Math.Max(english, 0) * Lead)
        {
            return lexicon.Languages[best];
        }

        // A language that has no list here may still have been told of; and what is written in Latin letters, by nobody's word, is English.
        return script != Script.Latin || (english <= 0 && told is not null) ? told == English ? null : told
            : english > 0 || accented == 0 ? English
            : null;
    }
}
