using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Payments;

namespace DichVuCong.Worker.Paying;

/// <summary>The operations of the payment partners that are configured.</summary>
internal sealed class PartnerDirectory(PaymentPartners partners, IOrderRecords orders, TimeProvider time) : IPartnerDirectory
{
    private readonly FrozenDictionary<string, IPartnerOperations> _byCode =
        partners.All.ToFrozenDictionary(partner => partner.Code, partner => partner.Operations(orders, time), StringComparer.Ordinal);

    /// <inheritdoc/>
    public IPartnerOperations? Find(string partner) => _byCode.GetValueOrDefault(partner);
}
