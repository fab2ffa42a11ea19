using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>A ministry's system as the platform knows it.</summary>
/// <param name="MaDoiTac">Its code.</param>
/// <param name="Keys">Its secrets.</param>
/// <param name="ReplyForm">The form of reply that it reads.</param>
public sealed record PlatformPartner(string MaDoiTac, KeyRing<SecretKey> Keys, PlatformReplyForm ReplyForm);

/// <summary>The partners by their code.</summary>
/// <param name="settings">The settings, valid.</param>
public sealed class PlatformPartners(PlatformSettings settings)
{
    private readonly FrozenDictionary<string, PlatformPartner> _byCode = settings.Partners.ToFrozenDictionary(
        partner => partner.MaDoiTac,
        partner => new PlatformPartner(partner.MaDoiTac, new KeyRing<SecretKey>(partner.Secrets.Select(secret => secret.ToKey())), partner.ReplyForm),
        StringComparer.Ordinal);

    /// <summary>The partner of that code; null when there is none.</summary>
    public PlatformPartner? Find(string? maDoiTac) => maDoiTac is null ? null : _byCode.GetValueOrDefault(maDoiTac);
}
