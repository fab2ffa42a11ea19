using DichVuCong.Messaging;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Payments.Desk;

/// <summary>Hands operators' orders about payments to the sagas; what is new is in the audit trail by the same commit.</summary>
public sealed class PaymentDoor(RuntimeDatabase database, Sealer sealer, AuditTrail trail, TimeProvider time)
{
    private readonly DeskDoor _door = new(
        database, new Topology().AddPayments(new PaymentRules()).AddPaymentDoorRecords(), [new PaymentRecorder(sealer), new PaymentFeedRecorder()], time);

    /// <summary>Hands an order in.</summary>
    internal Task<DoorAnswer> AcceptAsync(DoorCall call, AuditEntry entry, CancellationToken cancellationToken) => _door.AcceptAsync(
        call, (connection, transaction, token) => trail.WriteAsync(connection, transaction, entry, token), cancellationToken);
}
