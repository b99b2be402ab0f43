using System.Text;
using System.Text.Json;

namespace Campaigns.Listening.Intake;

/// <summary>One text of a mention, in memory that the next mention uses again.</summary>
public sealed class TextBuffer
{
    private char[] characters = new char[64];
    private int length;

    /// <summary>The text; empty where there is none.</summary>
    public ReadOnlySpan<char> Span => characters.AsSpan(0, length);

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => length == 0;

    /// <summary>Forgets the text.</summary>
    public void Clear() => length = 0;

    /// <summary>Takes a text.</summary>
    /// <param name="text">The text.</param>
    public void Set(ReadOnlySpan<char> text)
    {
        MakeRoom(text.Length);
        text.CopyTo(characters);
        length = text.Length;
    }

    /// <summary>Takes a text of UTF-8 bytes; what is no UTF-8 becomes the replacement character.</summary>
    /// <param name="text">The bytes.</param>
    public void SetUtf8(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        length = Encoding.UTF8.GetChars(text, characters);
    }

    /// <summary>Takes the string that a JSON reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="InvalidOperationException">The string is not valid Unicode.</exception>
    public void Set(ref Utf8JsonReader reader)
    {
        MakeRoom(reader.ValueSpan.Length);
        length = reader.CopyString(characters);
    }

    private void MakeRoom(int needed)
    {
        if (characters.Length < needed)
        {
            characters = new char[Math.Max(needed, characters.Length * 2)];
        }
    }
}
