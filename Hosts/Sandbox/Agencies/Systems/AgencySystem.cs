using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Agencies.Systems;

/// <summary>A one-stop system of the catalogue as the sandbox plays it.</summary>
internal sealed class AgencySystem
{
    private static readonly ErrorCodeForm[] Forms = [ErrorCodeForm.Number, ErrorCodeForm.Text, ErrorCodeForm.Padded];

    /// <summary>Creates it.</summary>
    /// <param name="system">The catalogue's row.</param>
    /// <param name="ordinal">Its place in the catalogue: neighbours answer in different forms.</param>
    public AgencySystem(OneStopSystem system, int ordinal)
    {
        Code = system.Code;
        Name = system.Name;
        Generation = system.Generation;
        Party = Parties.OneStop(system.Code);
        (Style, Login) = ClientStyles.Of(system);
        Replies = new ReplyStyle(Forms[ordinal % Forms.Length]);
    }

    /// <summary>The code: the address <c>/agency/{code}</c>.</summary>
    public string Code { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The party of faults and of the ledger.</summary>
    public string Party { get; }

    /// <summary>The contract it speaks.</summary>
    public WireGeneration Generation { get; }

    /// <summary>How it talks to the portal.</summary>
    public ClientStyle Style { get; }

    /// <summary>The code by which it logs in, and which it gives as its <c>madonvi</c>.</summary>
    public string Login { get; }

    /// <summary>The password of development.</summary>
    public string Password => $"dev-{Login}";

    /// <summary>How it answers the portal.</summary>
    public ReplyStyle Replies { get; }
}
