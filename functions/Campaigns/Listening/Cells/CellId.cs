using System.Globalization;

namespace Campaigns.Listening.Cells;

/// <summary>Names a cell: one campaign, one generation of it, one UTC hour, and a shard of that hour.</summary>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Generation">The campaign's generation.</param>
/// <param name="Hour">Hours since 1970.</param>
/// <param name="Shard">Which part of the hour's mentions, by their keys; an hour that no flood was expected in has shard 0 alone.</param>
public readonly record struct CellId(string Campaign, string Generation, long Hour, int Shard = 0)
{
    /// <summary>How row keys write an hour; text order is time order.</summary>
    public const string HourFormat = "yyyyMMddHH";

    /// <summary>The hour's first moment.</summary>
    public DateTimeOffset StartsAt => DateTimeOffset.FromUnixTimeSeconds(Hour * 3600);

    /// <summary>The hour as row keys and messages write it.</summary>
    public string HourText => StartsAt.ToString(HourFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads an hour that <see cref="HourText"/> wrote.</summary>
    /// <param name="text">Ten digits.</param>
    /// <param name="hour">Hours since 1970.</param>
    public static bool TryParseHour(string? text, out long hour)
    {
        var read = DateTimeOffset.TryParseExact(text, HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        hour = read ? time.ToUnixTimeSeconds() / 3600 : 0;
        return read;
    }
}
