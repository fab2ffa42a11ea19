using DichVuCong.Contracts;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>A task of the coordination desk that is open.</summary>
/// <param name="Dossier">The dossier that waits.</param>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Cause">Why nobody, or several, are competent.</param>
/// <param name="Candidates">The candidates, if there are several.</param>
/// <param name="OpenedAt">Since when.</param>
public sealed record CoordinationTask(
    DossierCode Dossier, ProcedureCode Procedure, string Cause, IReadOnlyList<string> Candidates, DateTimeOffset OpenedAt);

/// <summary>Lists what waits at the coordination desk.</summary>
public sealed class CoordinationTasks(NpgsqlDataSource database)
{
    /// <summary>The open tasks, the oldest first.</summary>
    public async Task<IReadOnlyList<CoordinationTask>> OpenAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select t.code, d.procedure, t.cause, t.candidates, t.opened_at
            from dossier.task t join dossier.dossier d on d.code = t.code
            where t.closed_at is null order by t.opened_at limit $1
            """);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tasks = new List<CoordinationTask>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tasks.Add(new CoordinationTask(
                DossierCode.Parse(reader.GetString(0)), ProcedureCode.Parse(reader.GetString(1)), reader.GetString(2),
                reader.GetFieldValue<string[]>(3), reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return tasks;
    }
}
