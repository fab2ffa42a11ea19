using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations;

/// <summary>A figure of an agency over some days.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Figure">Which figure.</param>
/// <param name="Amount">How many dossiers.</param>
public sealed record FigureSum(AgencyCode Agency, DailyFigure Figure, long Amount);

/// <summary>Adds the daily figures up, over lanes and days (A34.5-7).</summary>
public sealed class DailyFigures(NpgsqlDataSource database)
{
    /// <summary>The sums by agency and figure.</summary>
    /// <param name="agency">Only this agency; null for all.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<FigureSum>> SumAsync(AgencyCode? agency, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select agency, figure, sum(amount)::bigint from dossier.daily
            where day between $1 and $2 and ($3::text is null or agency = $3)
            group by agency, figure having sum(amount) <> 0 order by agency, figure
            """);
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)agency?.Value ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<FigureSum>();
        while (await reader.ReadAsync(cancellationToken))
        {
            sums.Add(new FigureSum(AgencyCode.Parse(reader.GetString(0)), (DailyFigure)reader.GetInt16(1), reader.GetInt64(2)));
        }

        return sums;
    }
}
