using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>The desk of payments as a command has it: TTDLQG's own people, who see the whole tree of agencies.</summary>
internal static class PaymentsDesk
{
    public static AccessPolicy Policy { get; } = new(new AgencyTree());

    public static InquiryOrders Inquiries(Workplace work) => new(work.Source, Door(work), Policy);

    public static RefundOrders Refunds(Workplace work) => new(work.Source, Door(work), Policy);

    public static Signatory By(Workplace work) => Signatory.OfCommand(work.Environment.Person);

    public static AuditTrail Trail(Workplace work) => new(work.Settings.Keys, work.Environment.Time);

    /// <summary>Puts an order that is about to be carried out into the trail.</summary>
    public static Task NoteAsync(Workplace work, string action, string kind, string target, CancellationToken cancellationToken) => Trail(work).WriteAsync(
        work.Source, new AuditEntry(work.Environment.Person, action, kind, target) { Result = "ordered" }, cancellationToken);

    private static PaymentDoor Door(Workplace work) => new(work.Database, work.Sealer, Trail(work), work.Environment.Time);
}
