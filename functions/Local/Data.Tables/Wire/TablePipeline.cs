#nullable enable
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Sends requests to one account's table service, signed and retried as the options say.</summary>
/// <remarks>
/// Writes are retried like reads, as the official client does: an insert whose first answer was lost can answer 409
/// (<c>EntityAlreadyExists</c>) although it succeeded, and a conditional update 412. The caller learns which by reading.
/// </remarks>
internal sealed class TablePipeline
{
    public const string Json = "application/json";
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    public TablePipeline(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        var parts = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrors.Parser };
        parts.PerRetryPolicies.Add(authentication);
        pipeline = HttpPipelineBuilder.Build(parts);
        (Endpoint, AccountName, version) = (new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')), accountName, options.Version);
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TablePipeline From(string connectionString, TableClientOptions? options)
    {
        var (endpoint, credential) = ConnectionString.Parse(connectionString);
        return From(endpoint, credential, options);
    }

    public static TablePipeline From(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, new SharedKeyPolicy(credential), options);
    }

    public static TablePipeline From(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        var bearer = new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default");
        return new(endpoint, TableAddress.AccountOf(endpoint), bearer, options);
    }

    /// <summary>A request to a path under the service's address; its headers are those of every operation.</summary>
    public HttpMessage Request(RequestMethod method, string path, string accept = MinimalMetadata)
    {
        var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add(HttpHeader.Names.Accept, accept);
        return message;
    }

    /// <summary>Sends and returns the reply where its status is one of those given; any other is thrown as the service's refusal.</summary>
    public async ValueTask<Response> SendAsync(HttpMessage message, bool async, CancellationToken cancellationToken, params int[] accepted)
    {
        using (message)
        {
            if (async)
            {
                await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                pipeline.Send(message, cancellationToken);
            }

            return accepted.Contains(message.Response.Status) ? message.Response : throw new RequestFailedException(message.Response);
        }
    }
}
