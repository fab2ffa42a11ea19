using DichVuCong.Registries.Access;
using DichVuCong.Registries.Identity;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>Finds the sign-in that a filing names, if it names one, and holds the filing against it.</summary>
internal sealed class VerifiedApplicants(VerificationStore verifications)
{
    private static readonly IReadOnlyList<Deficiency> None = [];

    public async Task<VerifiedFiling> ReadAsync(Account account, FilingRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.Applicant?.Verification is not { } handle || string.IsNullOrWhiteSpace(handle)) return new VerifiedFiling(request, null, None);
        var verification = Guid.TryParseExact(handle.Trim(), "N", out var id) ? await verifications.FindAsync(id, account.Name, now, cancellationToken) : null;
        var faults = VerifiedApplicant.Check(request, verification?.Identity);
        return new VerifiedFiling(verification is null ? request : VerifiedApplicant.Complete(request, verification.Identity), verification, faults);
    }
}

/// <summary>A filing with what the sign-in knows.</summary>
/// <param name="Request">The filing, completed.</param>
/// <param name="Verification">The sign-in; null when none was named, or it does not count.</param>
/// <param name="Deficiencies">What contradicts it.</param>
internal sealed record VerifiedFiling(FilingRequest Request, Verification? Verification, IReadOnlyList<Deficiency> Deficiencies);
