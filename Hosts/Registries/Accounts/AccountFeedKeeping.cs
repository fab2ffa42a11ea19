using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>Lets go of the events of accounts that are past their keeping, for the housekeeping of a host.</summary>
public sealed class AccountFeedKeeping(NpgsqlDataSource database)
{
    /// <summary>How many events go at once: small slices by key, so that no transaction is long enough to hold back the vacuum of the queues.</summary>
    public const int Slice = 5000;

    // The last event that went is written down: a cursor before it is told so.
    private const string Trim =
        """
        with gone as (
          delete from account.feed where (tx, id) in (
            select f.tx, f.id from account.feed f where f.at < now() - make_interval(days => $1) order by f.tx, f.id limit 5000)
          returning tx, id),
        noted as (
          insert into account.feed_trimmed (tx, id) select g.tx, g.id from gone g order by g.tx desc, g.id desc limit 1
          on conflict (one) do update set tx = excluded.tx, id = excluded.id
          where (account.feed_trimmed.tx, account.feed_trimmed.id) < (excluded.tx, excluded.id))
        select count(*)::int from gone
        """;

    /// <summary>Lets go of one slice of what is older than so many days; as long as it is a whole <see cref="Slice"/>, there may be more.</summary>
    public async Task<int> TrimAsync(int days, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Trim);
        command.Parameters.Add(new() { Value = days });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
