using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Operations.Access;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Overview;

/// <summary>The ministries and provinces in one table, each with all agencies below it (A34.5-7). A closed body is shown while it still has figures.</summary>
public sealed class AgencyTable(NpgsqlDataSource database, AccessPolicy access, AgencyTree agencies, TimeProvider time) : ICatalogueUser
{
    private const string Alarms =
        """
        select a.agency, count(*) filter (where a.alarms & 1 <> 0), count(*) filter (where a.alarms & 1 = 0)
        from operations.alarmed a where a.agency is not null and ($1::text[] is null or a.agency = any($1)) group by a.agency
        """;

    private static readonly FrozenSet<DailyFigure> Refusals =
        new[] { DailyFigure.NotAccepted, DailyFigure.Withdrawn, DailyFigure.Stopped }.ToFrozenSet();

    private volatile IReadOnlyDictionary<string, Agency>? _bodies;

    /// <inheritdoc/>
    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        _bodies = data.Agencies.Where(agency => agency.Parent is null).ToFrozenDictionary(agency => agency.Code.Value, StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    /// <summary>The lines, by name.</summary>
    /// <param name="person">Who looks; somebody whose scope is a part of the tree sees the body that part belongs to, with the part's figures only.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotReadyException">No catalogue is in use yet.</exception>
    public async Task<IReadOnlyList<AgencyLine>> ReadAsync(Operator person, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, Permission.Look);
        var bodies = _bodies ?? throw new NotReadyException("catalogue");
        var codes = access.CodesOf(person);
        var visible = codes?.ToHashSet(StringComparer.Ordinal);
        var figures = (await new DailyFigures(database).SumAsync(agency: null, from, to, cancellationToken))
            .Where(sum => visible is null || visible.Contains(sum.Agency.Value))
            .ToLookup(sum => agencies.TopOf(sum.Agency.Value), StringComparer.Ordinal);
        var alarms = (await AlarmsAsync(codes, cancellationToken)).ToLookup(row => agencies.TopOf(row.Agency), StringComparer.Ordinal);
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var shown = bodies
            .Where(body => body.Value.Validity.Includes(today) && (visible is null || visible.Contains(body.Key) || visible.Any(code => agencies.TopOf(code) == body.Key)))
            .Select(body => body.Key)
            .Union(figures.Select(group => group.Key), StringComparer.Ordinal)
            .Union(alarms.Select(group => group.Key), StringComparer.Ordinal);
        return
        [
            .. shown.Select(body => LineOf(body, bodies.GetValueOrDefault(body)?.Name ?? body, [.. figures[body]], [.. alarms[body]]))
                .OrderBy(line => line.Name, StringComparer.Ordinal),
        ];
    }

    private static AgencyLine LineOf(string body, string name, List<FigureSum> figures, List<(string Agency, long Overdue, long Other)> alarms)
    {
        return new AgencyLine(
            AgencyCode.Parse(body), name, Sum(DailyFigure.Filed), Sum(DailyFigure.ReceivedAtCounter), Sum(DailyFigure.Accepted), Sum(DailyFigure.FinishedOnTime),
            Sum(DailyFigure.FinishedLate), figures.Where(sum => Refusals.Contains(sum.Figure)).Sum(sum => sum.Amount), alarms.Sum(row => row.Overdue),
            alarms.Sum(row => row.Other));

        long Sum(DailyFigure figure) => figures.Where(sum => sum.Figure == figure).Sum(sum => sum.Amount);
    }

    private async Task<List<(string Agency, long Overdue, long Other)>> AlarmsAsync(IReadOnlyList<string>? codes, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Alarms);
        command.Parameters.Add(new() { Value = (object?)codes?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, long, long)>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add((reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return rows;
    }
}
