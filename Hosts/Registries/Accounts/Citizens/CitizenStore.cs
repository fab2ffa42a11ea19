using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using DichVuCong.Saga.Accounts.Citizens;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Citizens;

/// <summary>The last log-in of a citizen's account.</summary>
/// <param name="Citizen">The portal's id of the account.</param>
/// <param name="At">When.</param>
public sealed record CitizenActivity(string Citizen, DateTimeOffset At);

/// <summary>Keeps citizens' accounts and their last log-ins.</summary>
public sealed class CitizenStore(NpgsqlDataSource database, Sealer sealer, CitizenRules rules)
{
    // An earlier log-in than the last that is known says nothing new; registering again changes where notices go alone.
    private const string Upsert =
        """
        insert into account.citizen (id, active_at, due, key, sealed) values ($1, $2, $3, $4, $5)
        on conflict (id) do update set key = excluded.key, sealed = excluded.sealed, changed_at = now()
        """;

    // Activity takes back every notice that was given, and begins the time anew. A locked account is not opened by it: that is asked for.
    private const string Activity =
        """
        with latest as (select u.id, max(u.at) as at from unnest($1, $2) u(id, at) group by u.id),
        known as (select c.id from latest l join account.citizen c on c.id = l.id order by c.id for update of c),
        changed as (
          update account.citizen c set active_at = l.at, step = 0, changed_at = now(), due = f.due
          from latest l join known k on k.id = l.id join unnest($3, $4) f(at, due) on f.at = l.at
          where c.id = l.id and c.state = 1 and c.active_at < l.at returning c.id)
        select (select count(*) from changed)::int, (select count(*) from known)::int, (select count(*) from latest)::int
        """;

    /// <summary>Registers an account, or where its notices go from now on.</summary>
    public async Task RegisterAsync(string citizen, CitizenContact contact, DateTimeOffset activeAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        await using var command = database.CreateCommand(Upsert);
        foreach (var value in new object[] { citizen, activeAt.UtcDateTime, rules.FirstDue(activeAt).UtcDateTime, sealer.CurrentKey, contact.Seal(sealer, citizen) })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes a batch of last log-ins; only the latest of an account counts.</summary>
    /// <returns>How many were later than what was known, how many accounts there are, and how many were named.</returns>
    public async Task<(int Taken, int Known, int Named)> ActivityAsync(IReadOnlyCollection<CitizenActivity> activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var rows = activities.ToList();
        var times = rows.Select(row => row.At).Distinct().ToList();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Activity)
            .Column(rows, row => row.Citizen).Column(rows, row => row.At.UtcDateTime)
            .Column(times, at => at.UtcDateTime).Column(times, at => rules.FirstDue(at).UtcDateTime);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>Where an account's notices go; null when there is no such account. For the providers' bodies alone.</summary>
    public async Task<CitizenContact?> ContactAsync(string citizen, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select c.key, c.sealed from account.citizen c where c.id = $1");
        command.Parameters.Add(new() { Value = citizen });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? CitizenContact.Open(sealer, reader.GetInt16(0), reader.GetFieldValue<byte[]>(1), citizen) : null;
    }
}
