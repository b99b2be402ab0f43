using System.Xml;
using Campaigns.Http;
using Campaigns.Results.Feed;
using Campaigns.Tests.Support;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Campaigns.Tests.Results.Feed;

/// <summary>Reads the feed as a client does: the model from <c>$metadata</c>, answers with Microsoft's own reader and all its validations.</summary>
internal sealed class FeedClient
{
    private readonly TestEngine engine;
    private readonly Caller caller;

    private FeedClient(TestEngine engine, Caller caller, IEdmModel model) => (this.engine, this.caller, Model) = (engine, caller, model);

    public IEdmModel Model { get; }

    public IEnumerable<string> Sets => Model.EntityContainer.EntitySets().Select(set => set.Name);

    public static async Task<FeedClient> StartAsync(TestEngine engine, params string[] campaigns)
    {
        var caller = new Caller("key:powerbi", [Role.Reader], campaigns);
        var metadata = await GetAsync(engine, caller, "/api/odata/$metadata");
        using var xml = XmlReader.Create(new MemoryStream(metadata.Body));
        return new FeedClient(engine, caller, CsdlReader.Parse(xml));
    }

    public Task<FeedReply> GetAsync(string path, params string[] headers) => GetAsync(engine, caller, path, headers);

    /// <summary>One page.</summary>
    public async Task<FeedRows> PageAsync(string path, params string[] headers)
    {
        var reply = await GetAsync(path, headers);
        Assert.True(reply.Status == 200, $"{path}: {reply.Text}");
        var set = Model.EntityContainer.FindEntitySet(path.Split('/')[3].Split('?', '(')[0]);
        var settings = new ODataMessageReaderSettings { Validations = ValidationKinds.All, BaseUri = new Uri("http://localhost:7071/api/odata/"), MessageQuotas = { MaxReceivedMessageSize = long.MaxValue } };
        using var messages = new ODataMessageReader(reply, settings, Model);
        var reader = await messages.CreateODataResourceSetReaderAsync(set, set.EntityType());
        var (rows, next, count) = (new List<IReadOnlyDictionary<string, object?>>(), (Uri?)null, (long?)null);
        while (await reader.ReadAsync())
        {
            if (reader.State == ODataReaderState.ResourceEnd)
            {
                rows.Add(((ODataResource)reader.Item).Properties.ToDictionary(property => property.Name, property => (object?)property.Value, StringComparer.Ordinal));
            }
            else if (reader.State == ODataReaderState.ResourceSetEnd)
            {
                (next, count) = (((ODataResourceSet)reader.Item).NextPageLink, ((ODataResourceSet)reader.Item).Count);
            }
        }

        return new FeedRows(rows, next, count);
    }

    /// <summary>Every row, page by page.</summary>
    public async Task<List<IReadOnlyDictionary<string, object?>>> AllAsync(string path, params string[] headers)
    {
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        for (var at = path; ;)
        {
            var page = await PageAsync(at, headers);
            rows.AddRange(page.Rows);
            if (page.Next is not { } next)
            {
                return rows;
            }

            Assert.InRange(next.AbsoluteUri.Length, 1, 2047);
            at = next.PathAndQuery;
        }
    }

    public string KeyOf(string set) => Model.EntityContainer.FindEntitySet(set).EntityType().Key().Single().Name;

    private static async Task<FeedReply> GetAsync(TestEngine engine, Caller caller, string path, params string[] headers)
    {
        var request = Call.Request(engine, "GET", path, null, headers);
        request.HttpContext.Features.Set(caller);
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[2..];
        var result = parts switch
        {
            [] => engine.Function<GetFeed>().Run(request),
            ["$metadata"] => engine.Function<GetFeedMetadata>().Run(request),
            [var set] => engine.Function<GetFeedRows>().Run(request, set, default),
            [var set, "$count"] => engine.Function<GetFeedCount>().Run(request, set, default),
            _ => throw new ArgumentException(path),
        };
        var body = new MemoryStream();
        request.HttpContext.Response.Body = body;
        await (await result).ExecuteAsync(request.HttpContext);
        return new FeedReply(request.HttpContext.Response.StatusCode, request.HttpContext.Response.Headers, body.ToArray());
    }
}
