using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>
/// Adds the lanes of old days' figures up into one row: a figure of a day is written in up to 64 rows, one for each lane, so that lanes never wait
/// for each other, and of days that are long over only the sum is asked for. What comes later for such a day makes a lane's row again, which
/// the next run folds.
/// </summary>
/// <param name="database">The database.</param>
public sealed class DailyFold(NpgsqlDataSource database)
{
    /// <summary>The lane of sums: no worker's.</summary>
    public const short Lane = -1;

    /// <summary>Days after which a day is folded: by then most dossiers of it are over.</summary>
    public const int AfterDays = 60;

    /// <summary>Folds one day of one agency after the other, each in a short transaction.</summary>
    /// <returns>The rows that went.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var folded = 0L;
        foreach (var agency in await AgenciesAsync(cancellationToken))
        {
            long rows;
            do
            {
                // A row that a worker is writing is passed over and comes next time: it must never wait for us, nor we for it.
                await using var command = database.CreateCommand(
                    """
                    with old as (
                      delete from dossier.daily where ctid = any (array(
                        select ctid from dossier.daily
                        where agency = $1 and lane >= 0 and day < (now() at time zone 'Asia/Ho_Chi_Minh')::date - $2
                        order by day limit 5000 for update skip locked))
                      returning day, figure, amount),
                    sums as (
                      insert into dossier.daily (agency, day, figure, lane, amount)
                      select $1, day, figure, $3, sum(amount) from old group by day, figure order by day, figure
                      on conflict (agency, day, figure, lane) do update set amount = dossier.daily.amount + excluded.amount)
                    select count(*) from old
                    """);
                command.Parameters.Add(new() { Value = agency });
                command.Parameters.Add(new() { Value = AfterDays });
                command.Parameters.Add(new() { Value = Lane });
                rows = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
                folded += rows;
            }
            while (rows > 0);
        }

        return folded;
    }

    /// <summary>Walks from agency to agency through the key.</summary>
    private async Task<IReadOnlyList<string>> AgenciesAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with recursive agency(code) as (
              (select agency from dossier.daily order by agency limit 1)
              union all
              select (select d.agency from dossier.daily d where d.agency > a.code order by d.agency limit 1) from agency a where a.code is not null)
            select code from agency where code is not null
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var agencies = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) agencies.Add(reader.GetString(0));
        return agencies;
    }
}
