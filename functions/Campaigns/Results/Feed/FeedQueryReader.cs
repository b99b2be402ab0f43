using System.Text.RegularExpressions;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Campaigns.Results.Feed;

/// <summary>Reads what is asked of a set, with OData's own parser.</summary>
/// <param name="model">The feed's sets.</param>
internal sealed partial class FeedQueryReader(FeedModel model)
{
    /// <summary>Rows in another order than that of keys are held while they are brought into it.</summary>
    private const int MostSkipped = 50_000;

    private static readonly string[] Offered = ["$filter", "$select", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format"];

    /// <summary>Reads a query.</summary>
    /// <param name="root">The feed's address, which ends with a bar.</param>
    /// <param name="set">The last part of the path: a set, or a set with a key.</param>
    /// <param name="query">The query as it came, still encoded.</param>
    public (FeedQuery? Query, FeedFault? Fault) Read(Uri root, string set, string query)
    {
        var (options, twice) = OptionsOf(query);
        if (twice is not null)
        {
            return (null, FeedFault.BadQuery($"{twice} stands there twice."));
        }

        if (options.Keys.FirstOrDefault(name => name.StartsWith('$') && !Offered.Contains(name)) is { } foreign)
        {
            return (null, FeedFault.NotOffered($"{foreign} is not offered: only {string.Join(", ", Offered)}."));
        }

        try
        {
            var parser = new ODataUriParser(model.Edm, root, new Uri(root, Uri.EscapeDataString(set) + QueryOf(options))) { UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses };
            var asked = Read(parser, options);
            return asked.IsByKey || asked.Skip <= MostSkipped ? (asked, null) : (null, FeedFault.NotOffered($"$skip is offered up to {MostSkipped} where $orderby is by another column than the key."));
        }
        catch (UnsupportedQueryException fault)
        {
            return (null, FeedFault.NotOffered(fault.Message));
        }
        catch (ODataUnrecognizedPathException)
        {
            return (null, FeedFault.NotFound("The feed has no such set."));
        }
        catch (ODataException fault)
        {
            return (null, FeedFault.BadQuery(fault.Message));
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            // Of numbers and names that are none the parser does not always say so in its own words.
            return (null, FeedFault.BadQuery("The query cannot be read."));
        }
    }

    /// <summary>A query of options, each still encoded.</summary>
    public static string QueryOf(IEnumerable<KeyValuePair<string, string>> options) => string.Join('&', options.Select(option => $"{option.Key}={option.Value}")) is { Length: > 0 } query ? $"?{query}" : "";

    private FeedQuery Read(ODataUriParser parser, Dictionary<string, string> options)
    {
        var path = parser.ParsePath();
        if (path.FirstSegment is not EntitySetSegment { EntitySet.Name: var name } || path.Count > 2)
        {
            throw new ODataUnrecognizedPathException();
        }

        var set = model[name];
        Refuse(options.GetValueOrDefault("$filter"));
        var filter = parser.ParseFilter();
        var select = parser.ParseSelectAndExpand();
        var uri = parser.ParseUri();
        return new FeedQuery
        {
            Set = set,
            Key = path.LastSegment is KeySegment key ? (string)key.Keys.Single().Value : null,
            Lets = filter is null ? static _ => true : new FilterProgram(set.Columns).Make(filter.Expression),
            Bounds = FilterBounds.Of(filter?.Expression),
            OrderBy = [.. Orders(parser.ParseOrderBy(), set)],
            Select = Selected(select, set),
            Top = parser.ParseTop(),
            Skip = parser.ParseSkip() ?? 0,
            Count = parser.ParseCount() == true,
            After = parser.ParseSkipToken(),
            Uri = uri,
            Options = options,
        };
    }

    /// <summary>The parser knows some functions, which the feed offers or not, and calls others a mistake: who asks learns the same of all.</summary>
    private static void Refuse(string? filter)
    {
        var calls = Call().Matches(Uri.UnescapeDataString(filter ?? "")).Select(call => call.Groups[1].Value);
        if (calls.FirstOrDefault(name => name.Length > 0 && !FilterProgram.Functions.Contains(name) && !FilterProgram.Operators.Contains(name)) is { } foreign)
        {
            throw new UnsupportedQueryException($"$filter does not offer {foreign}(): it has {string.Join(", ", FilterProgram.Functions)}.");
        }
    }

    private static IEnumerable<(int Column, bool Descending)> Orders(OrderByClause? clause, FeedSet set)
    {
        for (; clause is not null; clause = clause.ThenBy)
        {
            yield return clause.Expression is SingleValuePropertyAccessNode property
                ? (ColumnOf(set, property.Property.Name), clause.Direction == OrderByDirection.Descending)
                : throw new UnsupportedQueryException("$orderby is offered by columns, not by what is worked out from them.");
        }
    }

    private static int[] Selected(SelectExpandClause? clause, FeedSet set)
    {
        if (clause is null || clause.AllSelected || clause.SelectedItems.Any(item => item is WildcardSelectItem))
        {
            return [.. Enumerable.Range(0, set.Columns.Count)];
        }

        return [.. clause.SelectedItems.Select(item => item is PathSelectItem { SelectedPath: { Count: 1, FirstSegment: PropertySegment property } }
            ? ColumnOf(set, property.Property.Name)
            : throw new UnsupportedQueryException("$select is offered by columns.")).Distinct().Order()];
    }

    private static int ColumnOf(FeedSet set, string name) => set.Columns.Index().First(column => column.Item.Name == name).Index;

    /// <summary>The options that OData means, each once; the access key is none of them.</summary>
    private static (Dictionary<string, string> Options, string? Twice) OptionsOf(string query)
    {
        var (options, twice) = (new Dictionary<string, string>(StringComparer.Ordinal), (string?)null);
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (part[..at], part[(at + 1)..]) : (part, "");
            name = Uri.UnescapeDataString(name);
            if (name.StartsWith('$') && !options.TryAdd(name, name == "$filter" ? PlusOfOffset().Replace(value, "$1%2B$2") : value))
            {
                twice = name;
            }
        }

        return (options, twice);
    }

    /// <summary>The sign of an offset, which a form would read as a blank: <c>2015-06-08T10:00:00+01:00</c>.</summary>
    [GeneratedRegex(@"(T[0-9]{2}(?::|%3A)[0-9]{2}(?:(?::|%3A)[0-9]{2}(?:\.[0-9]{1,12})?)?)\+([0-9]{2}(?::|%3A)[0-9]{2})", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlusOfOffset();

    /// <summary>A name before a bracket, outside of texts.</summary>
    [GeneratedRegex(@"'(?:[^']|'')*'|([A-Za-z_][\w.]*)\(", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();
}
