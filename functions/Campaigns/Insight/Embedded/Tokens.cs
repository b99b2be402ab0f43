using System.Buffers;

namespace Campaigns.Insight.Embedded;

/// <summary>The tokens of a text, in buffers that are borrowed: dispose it.</summary>
internal ref struct Tokens
{
    private char[] normal;
    private Token[] tokens;
    private int end;

    /// <summary>No tokens yet.</summary>
    /// <param name="length">The length of the text.</param>
    public Tokens(int length)
    {
        normal = ArrayPool<char>.Shared.Rent(Math.Max(64, length + (length / 2)));
        tokens = ArrayPool<Token>.Shared.Rent(Math.Max(16, length / 4));
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many exclamation marks the text has.</summary>
    public int Exclamations { get; set; }

    /// <summary>The tokens.</summary>
    public readonly ReadOnlySpan<Token> All => tokens.AsSpan(0, Count);

    /// <summary>The normal form of a token.</summary>
    /// <param name="token">The token.</param>
    public readonly ReadOnlySpan<char> TextOf(in Token token) => normal.AsSpan(token.Start, token.Length);

    /// <summary>The normal form of some tokens in a row, with one space between.</summary>
    /// <param name="first">The first one's place.</param>
    /// <param name="last">The last one's place.</param>
    public readonly ReadOnlySpan<char> TextOf(int first, int last) => normal.AsSpan(tokens[first].Start, tokens[last].Start + tokens[last].Length - tokens[first].Start);

    /// <summary>Adds a token.</summary>
    /// <param name="text">Its normal form.</param>
    /// <param name="number">Its number in the lexicon, or -1.</param>
    /// <param name="kinds">How it stood in the text.</param>
    public void Add(scoped ReadOnlySpan<char> text, int number, TokenKinds kinds)
    {
        if (Count == tokens.Length)
        {
            Grow(ref tokens, Count, Count + 1);
        }

        if (end + text.Length + 1 > normal.Length)
        {
            Grow(ref normal, end, end + text.Length + 1);
        }

        text.CopyTo(normal.AsSpan(end));
        tokens[Count++] = new(end, text.Length, number, kinds);
        end += text.Length;
        normal[end++] = ' ';
    }

    /// <summary>Says more of the last token.</summary>
    /// <param name="kinds">What follows it.</param>
    public readonly void Mark(TokenKinds kinds)
    {
        if (Count > 0)
        {
            tokens[Count - 1] = tokens[Count - 1] with { Kinds = tokens[Count - 1].Kinds | kinds };
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        // What people wrote is not left lying in buffers that others borrow next.
        normal.AsSpan(0, end).Clear();
        ArrayPool<char>.Shared.Return(normal);
        ArrayPool<Token>.Shared.Return(tokens);
        (normal, tokens) = ([], []);
    }

    private static void Grow<T>(ref T[] buffer, int used, int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(buffer);
        buffer = larger;
    }
}
