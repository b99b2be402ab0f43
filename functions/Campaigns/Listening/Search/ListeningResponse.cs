namespace Campaigns.Listening.Search;

/// <summary>Where a campaign is listened for, how far that is, and what it costs; what is unknown is null.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AsOf">When this was true.</param>
/// <param name="IsListening">Whether anything is searched now.</param>
/// <param name="From">From when on.</param>
/// <param name="To">Until when, exclusive; the last search comes later, for what is found late.</param>
/// <param name="Searches">One for each hashtag in each place of each channel.</param>
/// <param name="NotSearched">Channels of the plan that are not searched, and why.</param>
/// <param name="Budget">What it may cost and has cost.</param>
/// <param name="Forecast">What it will cost at the present pace.</param>
public sealed record ListeningResponse(
    string CampaignId,
    DateTimeOffset AsOf,
    bool IsListening,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<SearchResponse> Searches,
    IReadOnlyList<NotSearchedResponse> NotSearched,
    BudgetResponse Budget,
    ForecastResponse Forecast);

/// <summary>One search.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Place">The feed or the server; null where the channel is one place.</param>
/// <param name="Hashtag">The hashtag, folded.</param>
/// <param name="State">What the last request came to, in the words of coverage; <c>not_asked</c> before the first.</param>
/// <param name="Reason">Why it is not searched now, in plain words.</param>
/// <param name="AskedAt">When it was last asked.</param>
/// <param name="LookedTo">Up to when it was looked at without a gap from the start on; null before the first.</param>
/// <param name="NextAt">When it is asked next; null where nothing is left to ask.</param>
/// <param name="EverySeconds">How often it is searched.</param>
/// <param name="Asked">How many requests were made.</param>
/// <param name="Found">How many mentions they brought; what was found again is not counted again.</param>
/// <param name="Coverage">Which part of the campaign so far was searched, 0 to 1.</param>
/// <param name="Open">Spans of time that wait to be searched again.</param>
public sealed record SearchResponse(
    string Channel,
    string? Place,
    string Hashtag,
    string State,
    string? Reason,
    DateTimeOffset? AskedAt,
    DateTimeOffset? LookedTo,
    DateTimeOffset? NextAt,
    int? EverySeconds,
    long? Asked,
    long? Found,
    double? Coverage,
    int Open);

/// <summary>A channel that the plan asks for and nobody searches.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Reason">Why.</param>
public sealed record NotSearchedResponse(string Channel, string Reason);

/// <summary>What searching may cost and has cost.</summary>
/// <param name="Calls">Requests.</param>
/// <param name="Money">Money, in the budget's currency.</param>
/// <param name="OtherMoney">Money that was spent in other currencies.</param>
public sealed record BudgetResponse(BudgetPart<long> Calls, MoneyPart Money, IReadOnlyDictionary<string, decimal> OtherMoney);

/// <summary>A part of the budget.</summary>
/// <param name="Limit">What may be spent; null where there is no limit.</param>
/// <param name="Spent">What is spent.</param>
/// <param name="Left">What is left; null where there is no limit.</param>
public sealed record BudgetPart<T>(T? Limit, T Spent, T? Left)
    where T : struct;

/// <summary>The money of the budget.</summary>
/// <param name="Limit">What may be spent; null where there is no limit.</param>
/// <param name="Spent">What is spent.</param>
/// <param name="Left">What is left; null where there is no limit.</param>
/// <param name="Currency">The currency.</param>
public sealed record MoneyPart(decimal? Limit, decimal Spent, decimal? Left, string Currency);

/// <summary>What searching will come to by the end, at the pace and the rate of now; null before there is a rate.</summary>
/// <param name="Calls">Requests by the end, with what is spent.</param>
/// <param name="Money">Money by the end, in the budget's currency, with what is spent.</param>
/// <param name="Lasts">Whether the budget lasts until the end.</param>
/// <param name="LastsUntil">Until when it lasts, where that is before the end.</param>
public sealed record ForecastResponse(long? Calls, decimal? Money, bool? Lasts, DateTimeOffset? LastsUntil);
