using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Deadlines;
using DichVuCong.Registries.Operations.Identities;
using DichVuCong.Registries.Operations.Parked;
using DichVuCong.Registries.Operations.Partners;
using DichVuCong.Runtime.Clocks;
using DichVuCong.Runtime.Parking;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Registries.Operations;

/// <summary>What the screen and the command line have in common: who may, the trail, the four eyes, and the desks behind pages and commands.</summary>
public static class OperatorDesks
{
    /// <summary>Adds them. Needed besides: the database, the sealer, the key ring, the calendars and who makes them, the topology and the clock.</summary>
    public static IServiceCollection AddOperatorDesks(this IServiceCollection services) => services
        .AddSingleton<AgencyTree>()
        .AddSingleton<AccessPolicy>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditReader>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton(new ApprovalOptions())
        .AddSingleton<ApprovalDesk>()
        .AddSingleton<IdentityDesk>()
        .AddSingleton<ParkingDesk>()
        .AddSingleton<ParkedReader>()
        .AddSingleton<ParkedDesk>()
        .AddSingleton<PartnerBoard>()
        .AddSingleton<PartnerDesk>()
        .AddSingleton<MaintenanceDesk>()
        .AddSingleton<ContactDesk>()
        .AddSingleton<ClockOrders>()
        .AddSingleton<ClockBoard>()
        .AddSingleton<ClockDesk>()
        .AddClockAction(ClockKinds.Move, "Dời đồng hồ thời hạn", "Move a clock")
        .AddClockAction(ClockKinds.Cancel, "Hủy đồng hồ thời hạn", "Cancel a clock")
        .AddSingleton<CalendarRows>()
        .AddSingleton<CalendarDesk>()
        .AddSingleton<IApprovedAction>(provider => new CalendarAction(
            provider.GetRequiredService<CalendarRows>(), provider.GetRequiredService<ICalendarMaker>, provider.GetRequiredService<AuditTrail>()))
        .AddParkedAction(ParkedKinds.Retry, "Xử lý lại một tin", "Retry one message")
        .AddParkedAction(ParkedKinds.RetryGroup, "Xử lý lại cả nhóm", "Retry a group")
        .AddParkedAction(ParkedKinds.Edit, "Sửa rồi xử lý lại", "Edit and retry")
        .AddParkedAction(ParkedKinds.Discard, "Bỏ tin", "Discard a message");

    private static IServiceCollection AddClockAction(this IServiceCollection services, string kind, string vietnamese, string english) =>
        services.AddSingleton<IApprovedAction>(provider => new ClockAction(
            kind, vietnamese, english, provider.GetRequiredService<ClockOrders>, provider.GetRequiredService<AuditTrail>()));

    private static IServiceCollection AddParkedAction(this IServiceCollection services, string kind, string vietnamese, string english) =>
        services.AddSingleton<IApprovedAction>(provider => new ParkedAction(
            kind, vietnamese, english, provider.GetRequiredService<ParkingDesk>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
}
