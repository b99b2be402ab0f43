using System.Text.Json;

namespace Campaigns.Local.Functions.Worker.Settings;

internal static class JsonFiles
{
    /// <summary>Settings files may carry comments and trailing commas, as the Functions tools allow.</summary>
    public static JsonDocumentOptions Lenient => new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
}
