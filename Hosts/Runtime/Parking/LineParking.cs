using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Parking;

/// <summary>
/// Orders about parked calls. Deleting the closing comes first: the pump that is just holding a call of this key is waited for, and what it
/// held is seen by the statement that takes it back.
/// </summary>
internal static class LineParking
{
    private const string Columns =
        "line, flow, seq, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body";

    private const string Open = "delete from bus.blocked where scope = $1 and key = $2";

    private const string Discard = "delete from bus.parked where scope = $1 and key = $2 and id = $3";

    private const string Retry =
        $"""
        with back as (delete from bus.parked where scope = $1 and key = $2 and id = $3 returning *)
        insert into bus.outbound ({Columns})
        select -scope, flow, seq, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body from back
        """;

    private const string Edit =
        $"""
        with back as (delete from bus.parked where scope = $1 and key = $2 and id = $3 returning *)
        insert into bus.outbound ({Columns})
        select -scope, flow, seq, $4, type, schema, key, origin, origin_key, saga, id, conversation, sent_at, trace, $5 from back
        """;

    private const string Release =
        $"""
        with back as (delete from bus.held where scope = $1 and key = $2 returning *)
        insert into bus.outbound ({Columns})
        select -scope, flow, seq, id, type, schema, key, origin, origin_key, saga, cause, conversation, sent_at, trace, body from back
        """;

    public static void Append(NpgsqlBatch batch, int scope, string key, Guid message, ParkingAction action, byte[]? body)
    {
        batch.Append(Open).With(scope).With(key);
        switch (action)
        {
            case ParkingAction.Retry:
                batch.Append(Retry).With(scope).With(key).With(message);
                break;
            case ParkingAction.Edit:
                batch.Append(Edit).With(scope).With(key).With(message).With(DerivedId.Of(message, 0)).With(body!);
                break;
            case ParkingAction.Discard:
                batch.Append(Discard).With(scope).With(key).With(message);
                break;
            case ParkingAction.Release:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, message: null);
        }

        batch.Append(Release).With(scope).With(key);
    }
}
