using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Parked;
using DichVuCong.Runtime.Parking;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Registries.Operations;

/// <summary>What the screen and the command line have in common: who may, the trail, the four eyes, and the desks behind pages and commands.</summary>
public static class OperatorDesks
{
    /// <summary>Adds them. Needed besides: the database, the sealer, the key ring and the clock.</summary>
    public static IServiceCollection AddOperatorDesks(this IServiceCollection services) => services
        .AddSingleton<AgencyTree>()
        .AddSingleton<AccessPolicy>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditReader>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton(new ApprovalOptions())
        .AddSingleton<ApprovalDesk>()
        .AddSingleton<ParkingDesk>()
        .AddSingleton<ParkedReader>()
        .AddSingleton<ParkedDesk>()
        .AddParkedAction(ParkedKinds.Retry, "Xử lý lại một tin", "Retry one message")
        .AddParkedAction(ParkedKinds.RetryGroup, "Xử lý lại cả nhóm", "Retry a group")
        .AddParkedAction(ParkedKinds.Edit, "Sửa rồi xử lý lại", "Edit and retry")
        .AddParkedAction(ParkedKinds.Discard, "Bỏ tin", "Discard a message");

    private static IServiceCollection AddParkedAction(this IServiceCollection services, string kind, string vietnamese, string english) =>
        services.AddSingleton<IApprovedAction>(provider => new ParkedAction(
            kind, vietnamese, english, provider.GetRequiredService<ParkingDesk>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>()));
}
