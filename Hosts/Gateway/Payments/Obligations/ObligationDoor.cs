using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>
/// Makes an obligation durable with its orders, one for each beneficiary account, in one call of the door. Whoever states it and however: an
/// identity is taken once, a repetition gets its first answer, and another content is a conflict.
/// </summary>
internal sealed class ObligationDoor(Door door, PaymentReferences references, ObligationMemory memory, ListedTwins twins, TimeProvider time)
{
    private const int ReferencesToTry = 4;

    /// <summary>What became of a statement.</summary>
    /// <param name="Verdict">New, the same again, or a conflict.</param>
    /// <param name="Answer">The answer: the first one unless it is new.</param>
    /// <param name="PaidAs">The obligation by which the same money was paid already, so that it was not taken; null otherwise.</param>
    public readonly record struct Stated(DoorVerdict Verdict, byte[] Answer, ObligationId? PaidAs = null);

    /// <summary>The identity of a statement.</summary>
    /// <param name="id">The obligation.</param>
    /// <param name="content">Writes what makes two statements the same.</param>
    /// <returns>Null when a text holds half a surrogate, which no JSON can carry on.</returns>
    public static CallIdentity? TryIdentify(ObligationId id, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            try
            {
                writer.WriteStartObject();
                content(writer);
                writer.WriteEndObject();
            }
            catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
            {
                return null;
            }
        }

        return new CallIdentity(PaymentEndpoints.StatedObligations, SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)), SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>What became of an earlier statement with this identity; null when there was none.</summary>
    public async Task<Stated?> RecallAsync(ObligationId id, CallIdentity identity, CancellationToken cancellationToken) =>
        await door.RecallAsync(identity, cancellationToken) is { } earlier
            ? new Stated(earlier.Verdict, earlier.Answer)
            : await memory.FindAsync(id, identity, cancellationToken);

    /// <summary>States an obligation.</summary>
    public async Task<Stated> StateAsync(StatedObligation stated, CallIdentity identity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var twin = await twins.FindAsync(stated, cancellationToken);
        if (twin is ListedTwin.Paid paid)
        {
            return await RecallAsync(stated.Id, identity, cancellationToken) ?? new Stated(DoorVerdict.Conflict, [], paid.Listed);
        }

        for (var attempt = 1; ; attempt++)
        {
            var orders = ObligationSplit.OrdersOf(stated.Lines, VietnamTime.DayOf(now), references.Draw);
            var answer = JsonSerializer.SerializeToUtf8Bytes(ObligationAnswer.Of(stated, orders), ObligationAnswerJson.Readable.ObligationAnswer);
            try
            {
                var verdict = await door.AcceptAsync(CallOf(stated, twin, orders, answer, identity, now), cancellationToken);
                return new Stated(verdict.Verdict, verdict.Answer);
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == PaymentConstraints.Reference && attempt < ReferencesToTry)
            {
                // Drawn twice: others are drawn.
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == PaymentConstraints.Obligation)
            {
                // The statement is older than what the door remembers.
                return await memory.FindAsync(stated.Id, identity, cancellationToken)
                    ?? throw new InvalidOperationException($"{stated.Id} is taken and not there.", rejection);
            }
        }
    }

    private static DoorCall CallOf(
        StatedObligation stated, ListedTwin? twin, IReadOnlyList<ObligationOrder> orders, byte[] answer, CallIdentity identity, DateTimeOffset now)
    {
        var record = stated.Record(orders, now, identity.Content);
        return new DoorCall
        {
            Identity = identity,
            Answer = answer,
            ContentBytes = (record.Payer?.Length ?? 0) + (256L * stated.Lines.Count),
            Records = [record],
            Messages = [stated.Message(orders), .. twin?.Messages(stated, identity.Content, now) ?? []],
        };
    }
}
