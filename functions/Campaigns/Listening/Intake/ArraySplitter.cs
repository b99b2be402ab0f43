using System.Buffers;

namespace Campaigns.Listening.Intake;

/// <summary>
/// Cuts a JSON array that arrives in pieces into its items, by counting brackets outside strings: an item with a fault of its own does not
/// take the others with it. It never holds more than one item.
/// </summary>
internal sealed class ArraySplitter
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[],"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);

    private readonly ArrayBufferWriter<byte> item = new(4096);
    private State state = State.BeforeArray;
    private int depth;
    private bool isTooLong;

    private enum State
    {
        BeforeArray,
        BetweenItems,
        InItem,
        InText,
        AfterBackslash,
        AfterArray,
        Broken,
    }

    /// <summary>The place in the array of the item that <see cref="TryNext"/> gave, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why the body is no array, once it is found out; it is told once all has arrived.</summary>
    public string? Fault => state switch
    {
        State.BeforeArray => "must be a JSON array of mentions; the body is empty",
        State.Broken => "must be a JSON array of mentions",
        State.AfterArray => null,
        _ => "must be a whole JSON array; it does not end",
    };

    /// <summary>Takes the next item off the piece.</summary>
    /// <param name="piece">What has arrived and was not taken yet; all of it is taken where there is no whole item.</param>
    /// <param name="value">The item, valid until the next call; default where it was too long.</param>
    /// <param name="tooLong">Whether the item was too long.</param>
    public bool TryNext(ref ReadOnlySpan<byte> piece, out ReadOnlySpan<byte> value, out bool tooLong)
    {
        if (state == State.BetweenItems)
        {
            item.ResetWrittenCount();
            isTooLong = false;
        }

        while (!piece.IsEmpty)
        {
            if (state is State.InText or State.AfterBackslash)
            {
                PassText(ref piece);
            }
            else if (state == State.InItem)
            {
                if (PassItem(ref piece))
                {
                    value = isTooLong ? default : item.WrittenSpan.Trim(" \t\r\n"u8);
                    tooLong = isTooLong;
                    return true;
                }
            }
            else if (!PassBetween(ref piece))
            {
                break;
            }
        }

        value = default;
        tooLong = false;
        return false;
    }

    /// <summary>Passes what stands between items; false where the array has ended or never was one.</summary>
    private bool PassBetween(ref ReadOnlySpan<byte> piece)
    {
        var next = piece[0];
        if (next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF)
        {
            piece = piece[1..];
            return true;
        }

        if (state == State.BetweenItems && next != (byte)']')
        {
            (state, depth) = (State.InItem, 0);
            Number++;
            return true;
        }

        state = state switch
        {
            State.BeforeArray when next == (byte)'[' => State.BetweenItems,
            State.BetweenItems => State.AfterArray,
            _ => State.Broken,
        };
        piece = state == State.Broken ? default : piece[1..];
        return state != State.Broken;
    }

    /// <summary>Passes an item up to its comma or the array's end; true where it is whole.</summary>
    private bool PassItem(ref ReadOnlySpan<byte> piece)
    {
        var at = piece.IndexOfAny(Structure);
        if (at < 0)
        {
            Keep(piece);
            piece = default;
            return false;
        }

        var found = piece[at];
        if (depth == 0 && found is (byte)',' or (byte)']')
        {
            Keep(piece[..at]);
            // The bracket is left for the array's own end.
            piece = piece[(found == (byte)',' ? at + 1 : at)..];
            state = State.BetweenItems;
            return true;
        }

        depth += found is (byte)'{' or (byte)'[' ? 1 : found is (byte)'}' or (byte)']' ? -1 : 0;
        depth = Math.Max(depth, 0);
        state = found == (byte)'"' ? State.InText : State.InItem;
        Keep(piece[..(at + 1)]);
        piece = piece[(at + 1)..];
        return false;
    }

    private void PassText(ref ReadOnlySpan<byte> piece)
    {
        var at = state == State.AfterBackslash ? 0 : piece.IndexOfAny(InString);
        var length = at < 0 ? piece.Length : at + 1;
        if (at >= 0)
        {
            state = state == State.AfterBackslash ? State.InText : piece[at] == (byte)'"' ? State.InItem : State.AfterBackslash;
        }

        Keep(piece[..length]);
        piece = piece[length..];
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        isTooLong |= item.WrittenCount + bytes.Length > LineSplitter.Longest;
        if (!isTooLong)
        {
            item.Write(bytes);
        }
    }
}
