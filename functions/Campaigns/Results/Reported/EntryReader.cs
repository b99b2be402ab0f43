using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Confidentiality;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Reported;

/// <summary>Reads what somebody says a figure or an input is, all faults at once.</summary>
internal static partial class EntryReader
{
    /// <summary>The greatest amount, above and below zero.</summary>
    private const decimal Largest = 1_000_000_000_000_000;

    private static readonly string[] WhyUnknown = [FigureStatus.NotOffered, FigureStatus.NotPermitted, FigureStatus.Failed, FigureStatus.Suppressed];

    /// <summary>What answers add: an entry may be read, changed and put back.</summary>
    private static readonly string[] ReadOnly = ["name", "date", "version", "withdrawn", "createdAt", "updatedAt", "versions"];

    /// <summary>Reads the body, and the side that the body or the query names.</summary>
    public static (EntryContent Content, FigureSide Side)? Read(JsonElement body, EntryKind kind, string name, HttpRequest request, Faults faults)
    {
        var fields = new Fields(body, "", faults);
        var value = Value(fields, body, kind, name);
        var status = Status(fields, value, body);
        var definition = Words(fields, "definition", required: kind == EntryKind.Figure, max: 1000);
        var unit = kind == EntryKind.Figure ? fields.Text("unit", max: 50) : InputUnit(fields, name);
        var source = Words(fields, "source", required: true, max: 500);
        var reportedBy = Words(fields, "reportedBy", required: true, max: 200, isWho: true);
        var side = SideReader.Read(fields, request, kind);
        var (of, isSample, adds) = kind == EntryKind.Figure ? (fields.Whole("base", 1, 10_000_000_000), fields.Flag("sample"), fields.Flag("adds")) : default;
        BreakdownRules.Check(name, side, value, unit, of, isSample, adds, faults);
        if (kind == EntryKind.Figure && name == FigureName.Followers.Value && (side.Channel is null || side.Account is null))
        {
            faults.Add(side.Channel is null ? "channel" : "account", (string?)null, "is required: followers are those of an account on a channel");
        }

        foreach (var field in ReadOnly)
        {
            fields.Any(field);
        }

        fields.Done();
        return faults.Any ? null : (new EntryContent
        {
            Value = value,
            WhyUnknown = status,
            Definition = definition,
            Unit = unit,
            Source = source!,
            ReportedBy = reportedBy!,
            Base = of,
            IsSample = isSample == true,
            Adds = adds == true,
        }, side);
    }

    private static decimal? Value(Fields fields, JsonElement body, EntryKind kind, string name)
    {
        if (!body.TryGetProperty("value", out var given))
        {
            fields.Any("value", required: true);
            return null;
        }

        if (fields.Any("value") is null)
        {
            return null;
        }

        var least = kind == EntryKind.Input || name == FigureName.Followers.Value ? 0 : -Largest;
        if (given.ValueKind == JsonValueKind.Number && given.TryGetDecimal(out var value) && value >= least && value <= Largest && decimal.Round(value, 6) == value)
        {
            return value;
        }

        fields.Faults.Add("value", given, least == 0
            ? "must be a number from 0 to 10^15 with at most 6 decimals, or null where it is not known"
            : "must be a number from -10^15 to 10^15 with at most 6 decimals, or null where it is not known");
        return null;
    }

    private static string? Status(Fields fields, decimal? value, JsonElement body)
    {
        var isUnknown = value is null && body.TryGetProperty("value", out var given) && given.ValueKind == JsonValueKind.Null;
        if (fields.Text("status") is not { } status)
        {
            return isUnknown ? FigureStatus.NotOffered : null;
        }

        if (isUnknown && !WhyUnknown.Contains(status))
        {
            fields.Faults.Add("status", status, $"must say why the value is null: {string.Join(", ", WhyUnknown)}");
        }
        else if (value is not null && status is not (FigureStatus.Value or FigureStatus.Zero))
        {
            fields.Faults.Add("status", status, "says why there is no value, and there is one");
        }

        return isUnknown ? status : null;
    }

    private static string? InputUnit(Fields fields, string name)
    {
        var (unit, currency) = (fields.Text("unit"), fields.Text("currency"));
        if (name == InputNames.StaffHours)
        {
            if (unit is not (null or InputNames.Hours))
            {
                fields.Faults.Add("unit", unit, "must be hours, or left out");
            }

            if (currency is not null)
            {
                fields.Faults.Add("currency", currency, "is not a field of hours");
            }

            return InputNames.Hours;
        }

        // The unit of money is its currency: what was read says both, and may be put back.
        if (unit is not null && currency is not null && unit != currency)
        {
            fields.Faults.Add("unit", unit, "must be the currency, or left out");
        }

        var money = currency ?? unit ?? InputNames.DefaultCurrency;
        if (!Currency().IsMatch(money))
        {
            fields.Faults.Add("currency", money, "must be three capital letters such as GBP");
        }

        return money;
    }

    /// <summary>Words that everybody will read. They name no person: of what looks like one only the kind is shown again.</summary>
    private static string? Words(Fields fields, string name, bool required, int max, bool isWho = false)
    {
        if (fields.Text(name, required, max) is not { } text)
        {
            return null;
        }

        // An organisation's page may be where a number was read; who says so must not be somebody's account.
        var found = PersonalData.Find(text).Where(span => isWho || span.Kind != PersonalDataKind.Handle).Select(span => span.Kind).Distinct().ToArray();
        if (found.Length > 0)
        {
            fields.Faults.Add(fields.PathOf(name), PersonalData.Redact(text), isWho
                ? "must be a role or an organisation such as \"digital team, NHS Blood and Transplant\", without what identifies a person"
                : "must not hold what identifies a person");
        }

        return text;
    }

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Currency();
}
