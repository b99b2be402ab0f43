using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Campaigns.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Tests.Support;

/// <summary>What was asked of a route, and what it answered.</summary>
/// <param name="Method">The method, in lower case.</param>
/// <param name="Path">The route, with its parameters in braces.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">The answer's headers, in lower case.</param>
/// <param name="Body">Its body.</param>
public sealed record Exchange(string Method, string Path, int Status, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Calls any route by method and address, as the host would, for a manager whom the door has let in.</summary>
public sealed partial class RouteCaller(TestEngine engine)
{
    private static readonly (MethodInfo Method, string[] Methods, string Route, TemplateMatcher Matcher)[] Routes =
    [
        .. from type in typeof(CampaignServices).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           orderby trigger.Route!.Count(letter => letter == '{')
           select (method, trigger.Methods!, trigger.Route!, new TemplateMatcher(TemplateParser.Parse(trigger.Route!), new RouteValueDictionary())),
    ];

    /// <summary>Everything that was asked and answered.</summary>
    public List<Exchange> Exchanges { get; } = [];

    /// <summary>Calls a route.</summary>
    /// <param name="method">The method.</param>
    /// <param name="pathAndQuery">The address.</param>
    /// <param name="body">The body as text, or null.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="headers">Headers as <c>Name: value</c>.</param>
    public async Task<Answer> AskAsync(string method, string pathAndQuery, string? body = null, string contentType = "application/json", params string[] headers)
    {
        var request = Call.Request(engine, method, pathAndQuery, null, headers);
        if (body is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(bytes), bytes.Length, contentType);
        }

        request.HttpContext.Features.Set(new Caller("test", [Role.Manager], []));
        var (function, route) = Find(request);
        var answer = await Call.AnswerAsync(request, (Task<IResult>)function.Invoke(
            ActivatorUtilities.CreateInstance(engine.Services, function.DeclaringType!), [.. function.GetParameters().Select(parameter => Bound(parameter, request))])!);
        Exchanges.Add(new Exchange(
            method.ToLowerInvariant(), $"/{Constraint().Replace(route, "}")}", answer.Status, answer.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), answer.Text));
        return answer;
    }

    private static (MethodInfo Function, string Route) Find(HttpRequest request)
    {
        foreach (var (function, methods, route, matcher) in Routes)
        {
            var values = new RouteValueDictionary();
            if (methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase) && matcher.TryMatch(request.Path, values))
            {
                request.RouteValues = values;
                return (function, route);
            }
        }

        throw new InvalidOperationException($"No function answers {request.Method} {request.Path}.");
    }

    private static object? Bound(ParameterInfo parameter, HttpRequest request) =>
        parameter.ParameterType == typeof(HttpRequest) ? request
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : request.RouteValues[parameter.Name!];

    /// <summary>What stands behind a parameter's name is the host's business.</summary>
    [GeneratedRegex(@":[^/]*\}")]
    private static partial Regex Constraint();
}
