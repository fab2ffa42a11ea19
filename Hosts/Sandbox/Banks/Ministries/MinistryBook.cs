using System.Collections.Concurrent;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Banks.Ministries;

/// <summary>The payments of the ministries' systems; written down before the portal is answered.</summary>
internal sealed class MinistryBook(StateLog log)
{
    private readonly ConcurrentDictionary<(string Partner, string Reference), MinistryPayment> _payments = new();
    private readonly Lock _gate = new();

    /// <summary>All of them, by reference.</summary>
    public IEnumerable<MinistryPayment> All => _payments.Values.OrderBy(payment => payment.Reference, StringComparer.Ordinal);

    /// <summary>A payment; null when the system never heard of it.</summary>
    public MinistryPayment? Find(string partner, string reference) => _payments.GetValueOrDefault((partner, reference));

    /// <summary>Changes a payment, made when there is none.</summary>
    public MinistryPayment Change(string partner, string reference, Func<MinistryPayment, MinistryPayment> change)
    {
        lock (_gate)
        {
            var payment = change(Find(partner, reference) ?? new MinistryPayment(partner, reference));
            _payments[(partner, reference)] = payment;
            log.Write(new StateLine { MinistryPayment = payment });
            return payment;
        }
    }

    /// <summary>Brings one back.</summary>
    public void Restore(MinistryPayment payment) => _payments[(payment.Partner, payment.Reference)] = payment;

    /// <summary>Forgets all.</summary>
    public void Clear() => _payments.Clear();
}
