using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Reading;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>A dossier's row in the registry: no personal data.</summary>
public sealed record DossierRow
{
    /// <summary>The code.</summary>
    public required DossierCode Code { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureCode Procedure { get; init; }

    /// <summary>The competent agency; null while it waits for coordination.</summary>
    public AgencyCode? Agency { get; init; }

    /// <summary>The one-stop system.</summary>
    public string? System { get; init; }

    /// <summary>Who handed it in.</summary>
    public required DossierOrigin Origin { get; init; }

    /// <summary>How it was filed.</summary>
    public required FilingChannel Channel { get; init; }

    /// <summary>Whether it is served centrally.</summary>
    public required bool Central { get; init; }

    /// <summary>The flow of its messages.</summary>
    public required int Flow { get; init; }

    /// <summary>The account that handed it in.</summary>
    public required string Caller { get; init; }

    /// <summary>The revision of its content.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The current state.</summary>
    public required DossierState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset StateSince { get; init; }

    /// <summary>The receipt's version.</summary>
    public required int ReceiptVersion { get; init; }

    /// <summary>NgayTiepNhan.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The deadline to show.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Our own count.</summary>
    public DateTimeOffset? OwnDeadline { get; init; }

    /// <summary>Whether the deadline stands still.</summary>
    public required bool DeadlineSuspended { get; init; }

    /// <summary>When it was finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the one-stop system had it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Alarms raised.</summary>
    public required DossierAlarms Alarms { get; init; }

    internal const string Columns =
        """
        d.code, d.procedure, d.agency, d.system, d.origin, d.channel, d.central, d.flow, d.caller, d.revision, d.filed_at, d.state, d.state_since,
        d.receipt_version, d.accepted_at, d.deadline, d.own_deadline, d.deadline_suspended, d.finished_at, d.delivered_at, d.alarms
        """;

    internal static DossierRow Read(NpgsqlDataReader reader) => new()
    {
        Code = DossierCode.Parse(reader.GetString(0)),
        Procedure = ProcedureCode.Parse(reader.GetString(1)),
        Agency = reader.IsDBNull(2) ? null : AgencyCode.Parse(reader.GetString(2)),
        System = reader.IsDBNull(3) ? null : reader.GetString(3),
        Origin = (DossierOrigin)reader.GetInt16(4),
        Channel = (FilingChannel)reader.GetInt16(5),
        Central = reader.GetBoolean(6),
        Flow = reader.GetInt32(7),
        Caller = reader.GetString(8),
        Revision = reader.GetInt32(9),
        FiledAt = reader.GetFieldValue<DateTimeOffset>(10),
        State = (DossierState)reader.GetInt16(11),
        StateSince = reader.GetFieldValue<DateTimeOffset>(12),
        ReceiptVersion = reader.GetInt32(13),
        AcceptedAt = TimeOrNull(reader, 14),
        Deadline = TimeOrNull(reader, 15),
        OwnDeadline = TimeOrNull(reader, 16),
        DeadlineSuspended = reader.GetBoolean(17),
        FinishedAt = TimeOrNull(reader, 18),
        DeliveredAt = TimeOrNull(reader, 19),
        Alarms = (DossierAlarms)reader.GetInt16(20),
    };

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}

/// <summary>Finds dossiers by their code, many with one query.</summary>
public sealed class DossierLookup
{
    private readonly NpgsqlDataSource _database;
    private readonly Collector<DossierCode, DossierRow> _collector;

    /// <summary>Creates a look-up.</summary>
    public DossierLookup(NpgsqlDataSource database)
    {
        _database = database;
        _collector = new Collector<DossierCode, DossierRow>(FindManyAsync);
    }

    /// <summary>Finds one.</summary>
    public Task<DossierRow?> FindAsync(DossierCode code, CancellationToken cancellationToken) => _collector.FindAsync(code, cancellationToken);

    /// <summary>Finds what a caller filed under an id of its own.</summary>
    public async Task<DossierRow?> FindSubmissionAsync(string caller, string submission, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select {DossierRow.Columns} from dossier.dossier d where d.caller = $1 and d.submission = $2");
        command.Parameters.Add(new() { Value = caller });
        command.Parameters.Add(new() { Value = submission });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? DossierRow.Read(reader) : null;
    }

    /// <summary>Finds many.</summary>
    public async Task<IReadOnlyDictionary<DossierCode, DossierRow>> FindManyAsync(IReadOnlyList<DossierCode> codes, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append($"select {DossierRow.Columns} from unnest($1) k(code) join dossier.dossier d on d.code = k.code").Column(codes, code => code.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<DossierCode, DossierRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = DossierRow.Read(reader);
            found[row.Code] = row;
        }

        return found;
    }
}
