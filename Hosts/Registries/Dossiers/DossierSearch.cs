using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Dossiers;

/// <summary>Which dossiers are looked for; what is null does not matter.</summary>
public sealed record DossierCriteria
{
    /// <summary>The competent agency.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The current state.</summary>
    public DossierState? State { get; init; }

    /// <summary>The procedure.</summary>
    public ProcedureCode? Procedure { get; init; }

    /// <summary>Filed on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Filed on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The caller's own id of the filing.</summary>
    public string? Submission { get; init; }

    /// <summary>The keyed hash of the applicant's number (<see cref="Sealing.Sealer.HashIdentity"/>).</summary>
    public byte[]? Applicant { get; init; }

    /// <summary>Only those with an alarm.</summary>
    public bool WithAlarms { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Looks for dossiers; the latest filed first.</summary>
public sealed class DossierSearch(NpgsqlDataSource database)
{
    /// <summary>The dossiers that meet all criteria.</summary>
    public async Task<IReadOnlyList<DossierRow>> FindAsync(DossierCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        await using var command = database.CreateCommand();
        var conditions = new List<string> { "true" };
        Add("d.agency = {0}", NpgsqlDbType.Text, criteria.Agency?.Value);
        Add("d.state = {0}", NpgsqlDbType.Smallint, (short?)criteria.State);
        Add("d.procedure = {0}", NpgsqlDbType.Text, criteria.Procedure?.Value);
        Add("d.filed_at >= {0}", NpgsqlDbType.TimestampTz, Start(criteria.Since));
        Add("d.filed_at < {0}", NpgsqlDbType.TimestampTz, Start(criteria.Until?.AddDays(1)));
        Add("d.submission = {0}", NpgsqlDbType.Text, criteria.Submission);
        Add("d.applicant = {0}", NpgsqlDbType.Bytea, criteria.Applicant);
        if (criteria.WithAlarms) conditions.Add("d.alarms <> 0");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = criteria.Limit });
        command.CommandText = $"""
            select {DossierRow.Columns} from dossier.dossier d
            where {string.Join(" and ", conditions)}
            order by d.filed_at desc, d.code limit ${command.Parameters.Count}
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<DossierRow>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(DossierRow.Read(reader));
        return found;

        void Add(string condition, NpgsqlDbType type, object? value)
        {
            if (value is null) return;
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
            conditions.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, $"${command.Parameters.Count}"));
        }
    }

    private static DateTime? Start(DateOnly? day) => day is { } given ? VietnamTime.At(given, TimeOnly.MinValue).UtcDateTime : null;
}
