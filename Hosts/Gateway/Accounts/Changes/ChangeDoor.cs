using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Gateway.Payments;
using DichVuCong.Registries.Access;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>A change as it came: who says it, under which id, about what, and with what content.</summary>
/// <param name="Caller">Who says it.</param>
/// <param name="Key">The caller's own id of it.</param>
/// <param name="Content">What makes two of them the same.</param>
internal sealed record Change(Account Caller, string Key, byte[] Content)
{
    /// <summary>A change of an account.</summary>
    public static Change Of<TBody>(Account caller, string key, string operation, string account, TBody body, JsonTypeInfo<TBody> type) =>
        new(caller, key, [.. Encoding.UTF8.GetBytes($"{operation}\n{account}\n"), .. JsonSerializer.SerializeToUtf8Bytes(body, type)]);

    /// <summary>The identity by which the door knows a repetition.</summary>
    public CallIdentity Identity => new(
        AccountEndpoints.Changes, SHA256.HashData(Encoding.UTF8.GetBytes($"{Caller.Name}\n{Key}")), SHA256.HashData(Content));
}

/// <summary>Makes changes durable: a new one, the same again, or a conflict.</summary>
internal sealed class ChangeDoor(Door door, TimeProvider time)
{
    /// <summary>Since when what is taken now is durable, in whole seconds.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>What became of an earlier call with this identity; null when there was none.</summary>
    public async Task<IResult?> RecallAsync(CallIdentity identity, string field, CancellationToken cancellationToken) =>
        await door.RecallAsync(identity, cancellationToken) is { } earlier ? Answer(earlier, StatusCodes.Status200OK, field, location: null) : null;

    /// <summary>Takes a change.</summary>
    /// <exception cref="DoorRejectedException">It breaks a rule of the database; nothing of it was kept.</exception>
    public async Task<IResult> AcceptAsync(
        CallIdentity identity, byte[] answer, IReadOnlyList<object> records, IReadOnlyList<DoorMessage> messages, int status, string field, string? location,
        CancellationToken cancellationToken)
    {
        var call = new DoorCall { Identity = identity, Answer = answer, Records = records, Messages = messages };
        return Answer(await door.AcceptAsync(call, cancellationToken), status, field, location);
    }

    private static IResult Answer(DoorAnswer answer, int status, string field, string? location) => answer.Verdict switch
    {
        DoorVerdict.New => new JsonAnswer(status, answer.Answer, location),
        DoorVerdict.SameAgain => new JsonAnswer(StatusCodes.Status200OK, answer.Answer),
        _ => AccountProblems.Conflict(field),
    };
}
