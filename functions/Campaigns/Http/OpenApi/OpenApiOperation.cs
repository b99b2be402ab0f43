using System.Text.Json.Nodes;

namespace Campaigns.Http.OpenApi;

/// <summary>Adds to what a feature says of an operation what its function knows.</summary>
internal static class OpenApiOperation
{
    private const string Get = "get";
    private const string Head = "head";

    /// <summary>Completes the operations of a path that one function answers.</summary>
    public static void Complete(JsonObject path, HttpFunction function)
    {
        foreach (var method in function.Methods.Where(method => method != Head))
        {
            if (path[method] is JsonObject operation)
            {
                Complete(operation, function, function.Name, method);
            }
        }

        if (function.Methods.Contains(Head) && path[Get] is JsonObject get)
        {
            path[Head] = HeadOf(get, function);
        }
    }

    private static void Complete(JsonObject operation, HttpFunction function, string id, string method)
    {
        var isOpen = function.Roles.Roles.Contains(Role.Anyone);
        string[] roles = [.. function.Roles.Roles.Where(role => role != Role.Anyone).Select(role => role.ToString().ToLowerInvariant())];
        operation.Insert(0, "operationId", char.ToLowerInvariant(id[0]) + id[1..]);
        operation["x-roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]);
        operation["description"] = $"{operation["description"]?.GetValue<string>()} {(function.Roles.IsSigned ? "Needs a signature instead of a key." : isOpen ? "Needs no key." : $"Roles: {string.Join(", ", roles)}; a manager may call everything.")}".TrimStart();
        if (function.Roles.IsSigned)
        {
            operation["security"] = new JsonArray(Scheme("signature"));
        }
        else if (isOpen)
        {
            operation["security"] = new JsonArray();
        }
        else if (function.Roles.KeyInQuery)
        {
            operation["security"] = new JsonArray(Scheme("key"), Scheme("keyInQuery"), Scheme("signIn"));
        }

        var responses = operation["responses"]!.AsObject();
        (string Status, string Name)[] refusals = !isOpen ? [("401", "Unauthorized"), ("403", "Forbidden"), ("415", "UnsupportedMediaType"), ("429", "TooManyRequests")]
            : function.Roles.IsSigned ? [("401", "Unauthorized"), ("415", "UnsupportedMediaType"), ("429", "TooManyRequests")]
            : [];
        foreach (var (status, name) in refusals.Concat([("500", "Failed"), ("503", "Unavailable")]))
        {
            if (!responses.ContainsKey(status) && !(status == "415" && method == Get))
            {
                responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{name}" };
            }
        }
    }

    /// <summary>HEAD says what GET says, without the body; a key in the address opens only GET.</summary>
    private static JsonObject HeadOf(JsonObject get, HttpFunction function)
    {
        var head = get.DeepClone().AsObject();
        head["operationId"] = $"head{function.Name}";
        head["summary"] = $"{get["summary"]!.GetValue<string>()} Without the body.";
        if (function.Roles.KeyInQuery)
        {
            head.Remove("security");
        }

        foreach (var (_, response) in head["responses"]!.AsObject())
        {
            response!.AsObject().Remove("content");
        }

        return head;
    }

    private static JsonObject Scheme(string name) => new() { [name] = new JsonArray() };
}
