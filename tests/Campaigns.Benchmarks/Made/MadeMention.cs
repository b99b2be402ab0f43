namespace Campaigns.Benchmarks.Made;

/// <summary>One line: a mention, or one once more.</summary>
/// <param name="Id">The mention's number.</param>
/// <param name="Author">The author's number.</param>
/// <param name="Second">Seconds after the campaign's first hour began.</param>
/// <param name="Tags">One bit for each hashtag.</param>
/// <param name="Kind">Original, reply, share or quote, by number.</param>
/// <param name="Followers">The author's followers.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Shares">Shares.</param>
internal readonly record struct MadeMention(int Id, int Author, int Second, byte Tags, byte Kind, int Followers, int Likes, int Shares);
