using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>Makes pushes durable: all that was taken of one call, and its body as it came, with one commit.</summary>
internal sealed class PushDoor(Door door)
{
    private const string Stored = "stored";

    /// <summary>Makes a push durable. One that says nothing new is durable already.</summary>
    public async Task CommitAsync(SystemCall call, IReadOnlyList<ItemVerdict> verdicts, CancellationToken cancellationToken)
    {
        if (verdicts.All(verdict => verdict.IsEmpty)) return;
        var outcome = verdicts.FirstOrDefault(verdict => !verdict.Result.IsTaken)?.Result.Code ?? Stored;
        await door.AcceptAsync(
            new DoorCall
            {
                Messages = [.. verdicts.SelectMany(verdict => verdict.Messages)],
                Records = [.. verdicts.SelectMany(verdict => verdict.Records), RawBody(call, outcome)],
                // The body as it came, and what was read of it.
                ContentBytes = 3L * call.Body.Length,
            },
            cancellationToken);
    }

    /// <summary>Keeps the body of a call of which nothing was taken.</summary>
    public Task KeepAsync(SystemCall call, string outcome, CancellationToken cancellationToken) =>
        door.AcceptAsync(new DoorCall { Records = [RawBody(call, outcome)], ContentBytes = call.Body.Length }, cancellationToken);

    private static KeepRawBody RawBody(SystemCall call, string outcome) =>
        new(Guid.CreateVersion7(call.Now), call.System.Code, ServiceNames.Kept(call.Service), outcome, call.Body);
}
