using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaigns.Http;

/// <summary>Every failure that a caller sees: RFC 9457 problem details with a stable <c>type</c>, and never a stack trace.</summary>
public static class Problems
{
    /// <summary>400: the body or the query is not what its syntax promises.</summary>
    /// <param name="detail">What is wrong, as a sentence.</param>
    public static IResult BadRequest(string detail) => Of(400, "bad-request", "The request cannot be read", detail);

    /// <summary>422: fields break rules; all of them are named, or the first ones where there are many.</summary>
    /// <param name="faults">What is wrong.</param>
    public static IResult Unprocessable(Faults faults) => TypedResults.Problem(
        statusCode: 422,
        type: Type("invalid-fields"),
        title: "Some fields break their rules",
        detail: faults.Count == 1 ? "One fault." : $"{faults.Count} faults.",
        extensions: new Dictionary<string, object?> { ["faults"] = faults.All });

    /// <summary>422: of the mentions that were handed in none is one.</summary>
    /// <param name="detail">Why, as a sentence.</param>
    /// <param name="counts">What became of the lines.</param>
    public static IResult NoMentionAccepted(string detail, IDictionary<string, object?> counts) => TypedResults.Problem(
        statusCode: 422, type: Type("no-mention-accepted"), title: "No mention was accepted", detail: detail, extensions: counts);

    /// <summary>401: no key, or one that is not known, has expired or was revoked.</summary>
    /// <param name="detail">What to bring.</param>
    public static IResult Unauthorized(string detail) => Of(401, "unauthorized", "A key is needed", detail);

    /// <summary>403: known, but not allowed here.</summary>
    /// <param name="detail">Which role is needed.</param>
    public static IResult Forbidden(string detail) => Of(403, "forbidden", "Not allowed", detail);

    /// <summary>404: nothing by that name.</summary>
    /// <param name="detail">What was looked for.</param>
    public static IResult NotFound(string detail) => Of(404, "not-found", "Not found", detail);

    /// <summary>409: the state does not allow this change.</summary>
    /// <param name="detail">The state, and what would be allowed.</param>
    public static IResult Conflict(string detail) => Of(409, "conflict", "The state does not allow this", detail);

    /// <summary>410: what a page was to go on from is no more.</summary>
    /// <param name="detail">Where to begin again.</param>
    public static IResult Gone(string detail) => Of(410, "gone", "It changed meanwhile", detail);

    /// <summary>412: the ETag that was sent is not the current one.</summary>
    public static IResult PreconditionFailed() => Of(412, "precondition-failed", "It was changed meanwhile", "Read it again and send its current ETag in If-Match.");

    /// <summary>412: If-None-Match asked to create, and it is there.</summary>
    public static IResult ExistsAlready() => Of(412, "precondition-failed", "It exists already", "If-None-Match: * only creates; send its ETag in If-Match to change it.");

    /// <summary>500: a fault of the engine's own; what it is stands in the log and nowhere else.</summary>
    /// <param name="invocationId">By which the log can be found.</param>
    public static IResult Failed(string invocationId) => Of(500, "failed", "Something went wrong here", $"It is logged under {invocationId}; what was sent can be sent again.");

    /// <summary>413: the body is larger than this route takes.</summary>
    /// <param name="limit">The greatest number of bytes.</param>
    public static IResult TooLarge(long limit) => Of(413, "too-large", "The body is too large", $"At most {limit} bytes are taken.");

    /// <summary>413: a body of so many values that it takes many times its length in memory.</summary>
    /// <param name="values">The most that is taken.</param>
    public static IResult TooManyValues(int values) => Of(413, "too-large", "The body is too large", $"At most {values} values and names of fields are taken.");

    /// <summary>429: more than this caller may ask for in a minute; the answer's Retry-After says when to come again.</summary>
    /// <param name="detail">The limit.</param>
    public static IResult TooManyRequests(string detail) => Of(429, "too-many-requests", "Too much is asked at once", detail);

    /// <summary>415: a body of another format than the route takes.</summary>
    /// <param name="detail">Which formats it takes.</param>
    public static IResult UnsupportedMediaType(string detail) => Of(415, "unsupported-media-type", "The format is not taken here", detail);

    /// <summary>428: an update must say which version it changes.</summary>
    public static IResult PreconditionRequired() =>
        Of(428, "precondition-required", "It exists already", "Send the ETag that you read in If-Match to change it, or If-None-Match: * only to create.");

    /// <summary>503: not able to serve, with what an operator must do and when to come again.</summary>
    /// <param name="detail">What to do.</param>
    public static IResult Unavailable(string detail) => new AwayProblem(Of(503, "unavailable", "Not able to serve", detail));

    /// <summary>503 of an engine that lives and is not ready: as a healthy one says it, <c>live</c> and <c>ready</c>.</summary>
    public static IResult NotReady() => new AwayProblem(TypedResults.Problem(
        statusCode: 503, type: Type("unavailable"), title: "Not able to serve", detail: "It lives, and what it stands on does not answer.",
        extensions: new Dictionary<string, object?> { ["live"] = true, ["ready"] = false }));

    private static ProblemHttpResult Of(int status, string type, string title, string detail) =>
        TypedResults.Problem(statusCode: status, type: Type(type), title: title, detail: detail);

    private static string Type(string name) => $"urn:campaigns:problem:{name}";
}
