using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Http;

/// <content>Texts, and what is written as one.</content>
public sealed partial class Fields
{
    /// <summary>A text that is not blank.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    /// <param name="max">The greatest number of UTF-16 characters.</param>
    public string? Text(string name, bool required = false, int max = 1000)
    {
        if (Of(name, required, JsonValueKind.String, "must be a text") is not { } field)
        {
            return null;
        }

        var text = field.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(PathOf(name), text, "must not be blank");
            return null;
        }

        if (text.Length > max)
        {
            faults.Add(PathOf(name), text, $"must be at most {max} characters, has {text.Length}");
            return null;
        }

        return text;
    }

    /// <summary>A date without a time, as <c>2015-06-05</c>.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public LocalDate? Date(string name, bool required = false)
    {
        if (Text(name, required) is not { } text)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        faults.Add(PathOf(name), text, "must be a date such as 2015-06-05");
        return null;
    }

    /// <summary>An absolute http or https address.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    public Uri? Address(string name, bool required = false)
    {
        if (Text(name, required, max: 2048) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return address;
        }

        faults.Add(PathOf(name), text, "must be an absolute http or https address");
        return null;
    }
}
