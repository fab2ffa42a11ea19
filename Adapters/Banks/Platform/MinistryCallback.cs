using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Composes our callback to a ministry (5.3): fields as texts, SoTien as a number, MaXacThuc in callback order.</summary>
internal static class MinistryCallback
{
    /// <summary>The body.</summary>
    /// <param name="state">What became of the payment.</param>
    /// <param name="type">LoaiBanTin.</param>
    /// <param name="key">The partner's secret.</param>
    public static byte[] Compose(PlatformState state, string type, SecretKey key)
    {
        var fields = PlatformStateFields.Of(state, type);
        var hash = MaXacThuc.Of(MaXacThuc.CallbackOrder, fields.GetValueOrDefault, key);
        return PartnerJson.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var name in MaXacThuc.CallbackOrder)
            {
                writer.WritePropertyName(name);
                if (name == PlatformNames.SoTien) writer.WriteValue(state.SoTien.Amount);
                else writer.WriteValue(fields[name]);
            }

            writer.WritePropertyName(PlatformNames.MaXacThuc);
            writer.WriteValue(hash);
            writer.WriteEndObject();
        });
    }
}
