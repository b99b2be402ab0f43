#nullable enable
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>The property names of a reply: each is made once, however many entities bear it, because they come in the same order.</summary>
internal sealed class PropertyNames
{
    private readonly List<Name> known = [];
    private int next;

    public void Restart() => next = 0;

    /// <summary>The name under the reader.</summary>
    public Name Next(ref Utf8JsonReader json)
    {
        for (var tried = 0; tried < known.Count; tried++)
        {
            var name = known[(next + tried) % known.Count];
            if (json.ValueTextEquals(name.Text))
            {
                next += tried + 1;
                return name;
            }
        }

        var text = json.GetString()!;
        var added = new Name(text, text.EndsWith(EdmType.Suffix, StringComparison.Ordinal) ? text[..^EdmType.Suffix.Length] : null);
        // A table whose rows share no names gains nothing from remembering them all.
        if (known.Count < 256)
        {
            known.Add(added);
            next = known.Count;
        }

        return added;
    }

    /// <param name="Text">The name as it stands.</param>
    /// <param name="Annotates">The property whose type it gives, or null where it is a property itself.</param>
    internal sealed record Name(string Text, string? Annotates);
}
