namespace Campaigns.Insight.Embedded;

/// <summary>Takes hashtags apart: by their capitals, digits and underscores, and what is left over by the words of the lexicon.</summary>
internal static class Hashtags
{
    /// <summary>Longer pieces stay whole, so that the work stays small.</summary>
    private const int LongestPiece = 40;

    private const int LongestWord = 16;

    /// <summary>Reads the hashtag at the front of a text.</summary>
    /// <param name="text">The text from its sign on.</param>
    /// <param name="lexicon">What words there are.</param>
    /// <param name="tokens">Where its words go.</param>
    /// <param name="before">What stands before it; for the next token when this returns.</param>
    /// <returns>How long it is, with its sign.</returns>
    public static int Read(ReadOnlySpan<char> text, Lexicon lexicon, ref Tokens tokens, ref TokenKinds before)
    {
        var end = 1;
        while (end < text.Length && (text[end] == '_' || Words.IsPart(text[end])))
        {
            end++;
        }

        var kinds = before | TokenKinds.Hashtag | TokenKinds.AfterBreak;
        for (var at = 1; at < end;)
        {
            var length = Piece(text[at..end]);
            if (text[at] != '_')
            {
                AddPiece(text.Slice(at, length), lexicon, ref tokens, kinds);
                kinds = TokenKinds.Hashtag;
            }

            at += length;
        }

        before = TokenKinds.AfterBreak;
        return end;
    }

    /// <summary>"ThankYouNHS" is Thank, You, NHS; "GP4you" is GP, 4, you.</summary>
    private static int Piece(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && text[end] != '_' && text[0] != '_' && char.IsDigit(text[end]) == char.IsDigit(text[0]))
        {
            var startsWord = char.IsUpper(text[end]) && (!char.IsUpper(text[end - 1]) || (end + 1 < text.Length && char.IsLower(text[end + 1])));
            if (startsWord)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static void AddPiece(ReadOnlySpan<char> piece, Lexicon lexicon, ref Tokens tokens, TokenKinds kinds)
    {
        Span<char> lower = stackalloc char[LongestPiece];
        Span<byte> lengths = stackalloc byte[LongestPiece];
        if (piece.Length is < 5 or > LongestPiece || piece.ToLowerInvariant(lower) is var length && lexicon.Find(lower[..length]) >= 0 || !TrySplit(lower[..length], lexicon, lengths))
        {
            Words.Add(piece, lexicon, ref tokens, kinds);
            return;
        }

        for (var at = 0; at < length; at += lengths[at])
        {
            Words.Add(lower.Slice(at, lengths[at]), lexicon, ref tokens, kinds);
            kinds = TokenKinds.Hashtag;
        }
    }

    /// <summary>
    /// The fewest words that make up the whole piece, from its end to its start. Every one must be known: what is left over, as in "winchester" or
    /// "scunthorpe", would make words of names.
    /// </summary>
    private static bool TrySplit(ReadOnlySpan<char> piece, Lexicon lexicon, Span<byte> lengths)
    {
        Span<int> costs = stackalloc int[LongestPiece + 1];
        costs[piece.Length] = 0;
        for (var at = piece.Length - 1; at >= 0; at--)
        {
            costs[at] = int.MaxValue;
            for (var length = Math.Min(LongestWord, piece.Length - at); length >= 1; length--)
            {
                var rest = costs[at + length];
                if (rest != int.MaxValue && CostOf(piece.Slice(at, length), lexicon) is var own && own != int.MaxValue && own + rest < costs[at])
                {
                    (costs[at], lengths[at]) = (own + rest, (byte)length);
                }
            }
        }

        return costs[0] != int.MaxValue;
    }

    /// <summary>Short words cost more: nearly every piece could be made of them.</summary>
    private static int CostOf(ReadOnlySpan<char> word, Lexicon lexicon)
    {
        if (word.Length == 1 && word is not ("i" or "a"))
        {
            return int.MaxValue;
        }

        var number = lexicon.Find(word);
        if (number < 0)
        {
            return int.MaxValue;
        }

        ref readonly var known = ref lexicon[number];
        return known.Is(WordKinds.Function) ? 2 : known.Is(WordKinds.Known) ? (word.Length > 3 ? 2 : 3) : (known.Languages & 1) != 0 && word.Length > 2 ? 4 : int.MaxValue;
    }
}
