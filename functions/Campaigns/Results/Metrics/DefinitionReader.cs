using System.Globalization;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Results.Metrics;

/// <summary>Shows what numbers mean.</summary>
public static class DefinitionReader
{
    /// <summary>Answers with every definition that counts now.</summary>
    /// <param name="request">The request.</param>
    public static IResult List(HttpRequest request) => CachedAnswer.Json(request, new { items = MetricRegistry.Current.Select(DefinitionResponse.Of) });

    /// <summary>Answers with one definition: what counts now, every version it had, the first one first, and examples.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">Its id, or id and version as figures name it.</param>
    public static IResult Show(HttpRequest request, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var versions = MetricRegistry.Versions(id.Split('@')[0]);
        var asked = versions.LastOrDefault(version => version.Key == id || version.Id == id);
        return asked is null
            ? Problems.NotFound(string.Create(CultureInfo.InvariantCulture, $"There is no definition {id}."))
            : CachedAnswer.Json(request, new
            {
                id = asked.Id,
                current = versions[^1].Version,
                asked = DefinitionResponse.Of(asked),
                versions = versions.Select(DefinitionResponse.Of),
                examples = MetricExamples.Of(asked.Id),
            });
    }
}
