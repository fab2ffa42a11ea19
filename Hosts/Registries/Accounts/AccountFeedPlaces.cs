using DichVuCong.Registries.Feed;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>Finds the place that a cursor of the feed of accounts names, by the rules of the dossiers' feed.</summary>
public sealed class AccountFeedPlaces(NpgsqlDataSource database)
{
    private const string Trimmed = "select t.tx::text, t.id from account.feed_trimmed t";

    private const string End =
        "select f.tx::text, f.id from account.feed f where f.tx < pg_snapshot_xmin(pg_current_snapshot()) order by f.tx desc, f.id desc limit 1";

    private readonly FeedPlaces _places = new(database, Trimmed, End);

    /// <inheritdoc cref="FeedPlaces.FindAsync"/>
    public Task<FeedPlace> FindAsync(string? after, CancellationToken cancellationToken) => _places.FindAsync(after, cancellationToken);
}
