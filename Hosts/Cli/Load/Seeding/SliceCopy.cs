using System.Text.Json;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Shrinking;
using Npgsql;
using NpgsqlTypes;
using static NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>A life whose personal data is sealed: what is left to do is copying.</summary>
internal sealed record SealedLife(SeededLife Life, byte[] Content, byte[]? Phone, IReadOnlyList<byte[]> History)
{
    public static SealedLife Of(SeededLife life, Sealer sealer)
    {
        var code = life.Birth.Dossier.Value;
        return new SealedLife(
            life,
            sealer.Seal(SealedText.Of(life.Content), Places.Content(code, 1)),
            life.Content.Applicant.Phone is { } phone ? sealer.HashPhone(phone.Reveal()) : null,
            [
                .. life.History.Select(row => sealer.Seal(
                    SealedText.Of(new HistoryDetails(row.Row.Officer, row.Row.Title, row.Row.Department, row.Row.Text)), Places.History(code, row.Row.RowId))),
            ]);
    }
}

/// <summary>Copies lives into the tables, one table after the other.</summary>
internal sealed class SliceCopy(NpgsqlConnection connection, LifeWorld world, short sealingKey)
{
    /// <summary>States that are older than the walk of the product takes to come by (its default, and the usual life it waits for) lie there small.</summary>
    private readonly DateTimeOffset _small = world.Now.AddDays(-new RuntimeOptions().ShrinkAfterDays - SagaShrinker.UsualLife);

    public async Task WriteAsync(IReadOnlyList<SealedLife> slice, CancellationToken cancellationToken)
    {
        await DossiersAsync(slice, cancellationToken);
        await CopyAsync("dossier.content (code, revision, key, sealed, stored_at)", slice, async (copy, one) =>
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(one.Life.Birth.Dossier.Value, Text, cancellationToken);
            await copy.WriteAsync(1, Integer, cancellationToken);
            await copy.WriteAsync(sealingKey, Smallint, cancellationToken);
            await copy.WriteAsync(one.Content, Bytea, cancellationToken);
            await copy.WriteAsync(one.Life.Birth.FiledAt.UtcDateTime, TimestampTz, cancellationToken);
        }, cancellationToken);
        await CopyAsync("operations.dossier_phone (phone, code)", [.. slice.Where(one => one.Phone is not null)], async (copy, one) =>
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(one.Phone!, Bytea, cancellationToken);
            await copy.WriteAsync(one.Life.Birth.Dossier.Value, Text, cancellationToken);
        }, cancellationToken);
        await HistoryAsync(slice, cancellationToken);
        await NotesAsync(slice, cancellationToken);
        await SagasAsync(slice, cancellationToken);
        await ClocksAsync(slice, cancellationToken);
        await ParkedAsync([.. slice.Where(one => one.Life.Parked is not null).Select(one => one.Life)], cancellationToken);
    }

    private Task DossiersAsync(IReadOnlyList<SealedLife> slice, CancellationToken cancellationToken) => CopyAsync(
        """
        dossier.dossier (code, procedure, agency, system, origin, channel, central, flow, caller, submission, applicant, filed_at, state, state_since, receipt_version,
          accepted_at, deadline, own_deadline, deadline_suspended, finished_at, delivered_at, alarms, created_at, updated_at)
        """,
        slice,
        async (copy, one) =>
        {
            var (birth, row, last) = (one.Life.Birth, one.Life.Row, one.Life.Sagas[0].LastNow);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(birth.Dossier.Value, Text, cancellationToken);
            await copy.WriteAsync(birth.Procedure.Value, Text, cancellationToken);
            await copy.WriteAsync(birth.Agency!.Value.Value, Text, cancellationToken);
            await copy.WriteAsync(birth.System!, Text, cancellationToken);
            await copy.WriteAsync((short)birth.Origin, Smallint, cancellationToken);
            await copy.WriteAsync((short)birth.Channel, Smallint, cancellationToken);
            await copy.WriteAsync(birth.Central, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(birth.Flow, Integer, cancellationToken);
            await copy.WriteAsync(birth.Caller, Text, cancellationToken);
            await copy.WriteAsync(birth.Submission!, Text, cancellationToken);
            await copy.WriteAsync(birth.Applicant!, Bytea, cancellationToken);
            await TimeAsync(copy, birth.FiledAt, cancellationToken);
            await copy.WriteAsync((short)(row?.State ?? birth.State), Smallint, cancellationToken);
            await TimeAsync(copy, row?.StateSince ?? birth.FiledAt, cancellationToken);
            await copy.WriteAsync(row?.ReceiptVersion ?? 1, Integer, cancellationToken);
            await TimeAsync(copy, row?.AcceptedAt, cancellationToken);
            await TimeAsync(copy, row is null ? birth.Deadline : row.Deadline, cancellationToken);
            await TimeAsync(copy, row?.OwnDeadline, cancellationToken);
            await copy.WriteAsync(row?.DeadlineSuspended ?? false, NpgsqlDbType.Boolean, cancellationToken);
            await TimeAsync(copy, row?.FinishedAt, cancellationToken);
            await TimeAsync(copy, row?.DeliveredAt, cancellationToken);
            await copy.WriteAsync((short)(row?.Alarms ?? DossierAlarms.None), Smallint, cancellationToken);
            await TimeAsync(copy, birth.FiledAt, cancellationToken);
            await TimeAsync(copy, last, cancellationToken);
        },
        cancellationToken);

    private Task HistoryAsync(IReadOnlyList<SealedLife> slice, CancellationToken cancellationToken) => CopyAsync(
        "dossier.history (code, row_id, system, source, state, at, arrived_at, received_at, appointment_at, flag, key, sealed)",
        [.. slice.SelectMany(one => one.Life.History.Zip(one.History))],
        async (copy, one) =>
        {
            var (kept, row) = (one.First, one.First.Row);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(kept.Dossier.Value, Text, cancellationToken);
            await copy.WriteAsync(Convert.FromHexString(row.RowId), Bytea, cancellationToken);
            await copy.WriteAsync(kept.System, Text, cancellationToken);
            await copy.WriteAsync((short)row.Source, Smallint, cancellationToken);
            await copy.WriteAsync((short)row.State, Smallint, cancellationToken);
            await TimeAsync(copy, row.At, cancellationToken);
            await TimeAsync(copy, kept.ArrivedAt, cancellationToken);
            await TimeAsync(copy, row.ReceivedAt, cancellationToken);
            await TimeAsync(copy, row.AppointmentAt, cancellationToken);
            await NumberAsync(copy, (short?)kept.Flag, cancellationToken);
            await copy.WriteAsync(sealingKey, Smallint, cancellationToken);
            await copy.WriteAsync(one.Second, Bytea, cancellationToken);
        },
        cancellationToken);

    private async Task NotesAsync(IReadOnlyList<SealedLife> slice, CancellationToken cancellationToken)
    {
        await CopyAsync("dossier.flag (code, id, at, flag, row_id, detail)", [.. slice.SelectMany(one => one.Life.Flags)], async (copy, one) =>
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(one.Flag.Dossier.Value, Text, cancellationToken);
            await copy.WriteAsync(one.Id, Uuid, cancellationToken);
            await TimeAsync(copy, one.Flag.At, cancellationToken);
            await copy.WriteAsync((short)one.Flag.Flag, Smallint, cancellationToken);
            await copy.WriteAsync(one.Flag.RowId is { } row ? Convert.FromHexString(row) : null, Bytea, cancellationToken);
            await copy.WriteAsync(one.Flag.Detail, Text, cancellationToken);
        }, cancellationToken);
        await CopyAsync("dossier.notice (code, occasion, channel, state, reason, at)", [.. slice.SelectMany(one => one.Life.Notices.Values)], async (copy, one) =>
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(one.Notice.Dossier.Value, Text, cancellationToken);
            await copy.WriteAsync(one.Notice.Occasion, Text, cancellationToken);
            await copy.WriteAsync((short)one.Notice.Channel, Smallint, cancellationToken);
            await copy.WriteAsync((short)one.Notice.State, Smallint, cancellationToken);
            await copy.WriteAsync(one.Notice.Reason, Text, cancellationToken);
            await TimeAsync(copy, one.At, cancellationToken);
        }, cancellationToken);
    }

    private Task SagasAsync(IReadOnlyList<SealedLife> slice, CancellationToken cancellationToken) => CopyAsync(
        "bus.saga (id, type, key, flow, version, schema, last_now, state)",
        [.. slice.SelectMany(one => one.Life.Sagas.Select(saga => (one.Life.Birth, Saga: saga)))],
        async (copy, one) =>
        {
            var saga = one.Saga;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(saga.Id, Bigint, cancellationToken);
            await copy.WriteAsync(world.Vocabulary.Endpoint(saga.Definition.Endpoint), Smallint, cancellationToken);
            await copy.WriteAsync(one.Birth.Dossier.Value, Text, cancellationToken);
            await copy.WriteAsync(one.Birth.Flow, Integer, cancellationToken);
            await copy.WriteAsync(saga.Version, Integer, cancellationToken);
            await copy.WriteAsync(saga.Definition.StateSchema, Smallint, cancellationToken);
            await TimeAsync(copy, saga.LastNow, cancellationToken);
            await copy.WriteAsync(StateOf(saga), Bytea, cancellationToken);
        },
        cancellationToken);

    private byte[] StateOf(SeededSaga saga)
    {
        var state = saga.Definition.WriteState(saga.State!);
        return saga.LastNow < _small && saga.Definition.ShrinkState(state, saga.Definition.StateSchema) is { } small ? small : state;
    }

    private Task ClocksAsync(IReadOnlyList<SealedLife> slice, CancellationToken cancellationToken) => CopyAsync(
        "bus.clock (saga, name, lane, serial, due, rule, calendar, calendar_version, started, budget, used, state)",
        [.. slice.SelectMany(one => one.Life.Sagas[0].Clocks.Select(clock => (one.Life.Birth, one.Life.Sagas[0].Id, clock.Key, clock.Value)))],
        async (copy, one) =>
        {
            var (set, suspendedWith, serial) = one.Value;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(one.Id, Bigint, cancellationToken);
            await copy.WriteAsync(world.Vocabulary.TryClock(one.Key, out var name) ? name : throw new InvalidOperationException($"The clock '{one.Key}' was not learnt."), Smallint, cancellationToken);
            await copy.WriteAsync(Lane.Of(one.Birth.Dossier.Value), Smallint, cancellationToken);
            await copy.WriteAsync(serial, Bigint, cancellationToken);
            await TimeAsync(copy, set.Due, cancellationToken);
            await NumberAsync(copy, (short?)set.Terms?.Unit, cancellationToken);
            await copy.WriteAsync(set.Terms?.Calendar, Text, cancellationToken);
            if (set.Terms is null) await copy.WriteNullAsync(cancellationToken);
            else await copy.WriteAsync(world.Calendars.Version, Integer, cancellationToken);
            await TimeAsync(copy, set.Terms?.Started, cancellationToken);
            if (set.Terms is null) await copy.WriteNullAsync(cancellationToken);
            else await copy.WriteAsync(set.Terms.Budget, Bigint, cancellationToken);
            if (set.Terms is null) await copy.WriteNullAsync(cancellationToken);
            else await copy.WriteAsync(suspendedWith ?? set.Terms.Used, Bigint, cancellationToken);
            await copy.WriteAsync((short)(suspendedWith is null ? 1 : 2), Smallint, cancellationToken);
        },
        cancellationToken);

    /// <summary>As a line parks a call: the key is closed behind it.</summary>
    private async Task ParkedAsync(IReadOnlyList<SeededLife> lives, CancellationToken cancellationToken)
    {
        foreach (var life in lives)
        {
            var (call, at, id, line) = life.Parked!.Value;
            await using var command = new NpgsqlCommand(
                """
                with closed as (insert into bus.blocked (scope, key, reason, since) values (-$1::int, $2, $3, $4))
                insert into bus.parked (lane, flow, seq, id, type, schema, endpoint, key, conversation, sent_at, body, scope, parked_at, attempts, error, origin, origin_key, saga)
                values (-1, $5, nextval('bus.message_seq'), $6, $7, 1, $8, $2, $6, $4, $9, -$1::int, $4, 4, $3, $8, $2, $10)
                """,
                connection);
            object[] values =
            [
                (int)line, life.Birth.Dossier.Value, "HTTP 503 sau 4 lần gọi", at.UtcDateTime, life.Birth.Flow, id, world.TypeOf(call.GetType()),
                world.Vocabulary.Endpoint(life.Sagas[0].Definition.Endpoint), JsonSerializer.SerializeToUtf8Bytes(call, DossierJson.Default.DeliverDossier), life.Sagas[0].Id,
            ];
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task CopyAsync<T>(
        string table, IReadOnlyList<T> rows, Func<NpgsqlBinaryImporter, T, Task> write, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)", cancellationToken);
        // A checkpoint of a large database may hold a copy up for longer than a statement may usually take.
        copy.Timeout = SeedRun.LongestCopy;
        foreach (var row in rows) await write(copy, row);
        await copy.CompleteAsync(cancellationToken);
    }

    private static Task TimeAsync(NpgsqlBinaryImporter copy, DateTimeOffset? at, CancellationToken cancellationToken) =>
        at is { } instant ? copy.WriteAsync(instant.UtcDateTime, TimestampTz, cancellationToken) : copy.WriteNullAsync(cancellationToken);

    private static Task NumberAsync(NpgsqlBinaryImporter copy, short? number, CancellationToken cancellationToken) =>
        number is { } value ? copy.WriteAsync(value, Smallint, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}
