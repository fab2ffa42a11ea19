using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Parking;

/// <summary>The statements that park messages and take them back.</summary>
internal static class ParkingWrites
{
    /// <summary>The kind of a key that a parked message closes.</summary>
    private const short ClosedByParking = 1;

    private const string Columns = "lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body";

    private const string Retry =
        $"""
        with back as (delete from bus.parked where id = $1 and scope = $2 returning {Columns}),
        {MarkCommands.LoweredToWhatIsBack}
        insert into bus.ready ({Columns}) select {Columns} from back
        """;

    private const string Edit =
        $"""
        with back as (delete from bus.parked where id = $1 and scope = $2 returning {Columns}),
        {MarkCommands.LoweredToWhatIsBack}
        insert into bus.ready ({Columns})
        select lane, flow, seq, $3, type, schema, endpoint, key, reply_to, reply_key, id, conversation, sent_at, trace, $4 from back
        """;

    private const string Discard = "delete from bus.parked where id = $1 and scope = $2";

    /// <summary>What was held goes back by its place; the key opens when nothing of it is parked any more.</summary>
    private const string Release =
        $"""
        with back as (
          delete from bus.held h where h.scope = $1 and h.key = $2
            and not exists (select from bus.parked p where p.scope = $1 and p.key = $2 and p.id <> $3)
          returning {Columns}),
        {MarkCommands.LoweredToWhatIsBack}
        insert into bus.ready ({Columns}) select {Columns} from back
        """;

    private const string Open =
        """
        delete from bus.blocked b where b.scope = $1 and b.key = $2
          and not exists (select from bus.parked p where p.scope = $1 and p.key = $2 and p.id <> $3)
        """;

    /// <summary>Appends what operators ordered.</summary>
    public static void Append(NpgsqlBatch batch, IReadOnlyList<ParkingCommand> commands)
    {
        foreach (var command in commands)
        {
            int scope = command.Endpoint;
            switch (command.Action)
            {
                case ParkingAction.Retry:
                    batch.Append(Retry).With(command.Message).With(scope);
                    break;
                case ParkingAction.Edit:
                    batch.Append(Edit).With(command.Message).With(scope).With(DerivedId.Of(command.Message, 0)).With(command.Body!);
                    break;
                case ParkingAction.Discard:
                    batch.Append(Discard).With(command.Message).With(scope);
                    break;
                case ParkingAction.Release:
                    break; // Nothing of it is parked: what is held goes back, and the key opens.
                default:
                    throw new InvalidOperationException($"Unknown action {command.Action}.");
            }

            batch.Append(Release).With(scope).With(command.Key).With(command.Message);
            batch.Append(Open).With(scope).With(command.Key).With(command.Message);
        }
    }

    /// <summary>Parks messages and closes their keys.</summary>
    public static void Park(NpgsqlBatch batch, IReadOnlyList<ParkedMessage> parked, DateTimeOffset now)
    {
        if (parked.Count == 0) return;
        QueueWrites.Envelopes(batch.Append(WriteCommands.InsertParked), [.. parked.Select(row => row.Message)])
            .Column(parked, row => row.Scope)
            .Column(parked, row => row.Error)
            .With(now.UtcDateTime);
        var closing = parked.Where(row => row.ClosesKey).OrderBy(row => row.Scope).ThenBy(row => row.Message.Key, StringComparer.Ordinal).ToList();
        if (closing.Count == 0) return;
        batch.Append(WriteCommands.InsertBlocked)
            .Column(closing, row => row.Scope)
            .Column(closing, row => row.Message.Key)
            .Column(closing, row => row.Error)
            .With(now.UtcDateTime)
            .With(ClosedByParking);
    }

    /// <summary>Closes keys whose next message waits for a newer build.</summary>
    public static void CloseForNewerBuild(NpgsqlBatch batch, IReadOnlyList<(int Scope, string Key)> keys, DateTimeOffset now)
    {
        if (keys.Count == 0) return;
        var rows = keys.OrderBy(row => row.Scope).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
        batch.Append(WriteCommands.InsertBlocked)
            .Column(rows, row => row.Scope)
            .Column(rows, row => row.Key)
            .Column(rows, _ => NewerBuilds.Reason)
            .With(now.UtcDateTime)
            .With(NewerBuilds.Kind);
    }
}
