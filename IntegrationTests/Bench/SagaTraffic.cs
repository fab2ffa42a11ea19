using System.Security.Cryptography;
using System.Text;
using DichVuCong.Bench.Filling;
using DichVuCong.Contracts;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Bench;

/// <summary>What the filings of a bench look like.</summary>
/// <param name="IsLikeProduction">
/// Whether they come from 3,500 agencies, are recognised at the door, and carry the portal's random ids and applicants: keys that fall anywhere in
/// an index. Otherwise 35 agencies, and no such keys.
/// </param>
internal sealed record SagaTraffic(bool IsLikeProduction)
{
    public static SagaTraffic Plain { get; } = new(IsLikeProduction: false);

    public static SagaTraffic LikeProduction { get; } = new(IsLikeProduction: true);

    public AgencyCode AgencyOf(long number) => IsLikeProduction ? FilledDossiers.AgencyOf(number) : AgencyCode.Parse($"S{number % 35:D2}");

    public CallIdentity? IdentityOf(DossierCode code) =>
        IsLikeProduction ? new CallIdentity(Endpoints.Filings, HashOf(code, "identity"), HashOf(code, "content")) : null;

    public byte[]? ApplicantOf(DossierCode code) => IsLikeProduction ? HashOf(code, "applicant") : null;

    public string SubmissionOf(DossierCode code) => IsLikeProduction ? Convert.ToHexStringLower(HashOf(code, "submission").AsSpan(0, 16)) : $"bench-{code}";

    private static byte[] HashOf(DossierCode code, string what) => SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {code}"));
}
