using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>How a system wants to be answered.</summary>
/// <param name="Form">The form of error_code.</param>
/// <param name="Wrapped">
/// Whether the reply is a JSON text in the <c>message</c> of another, as behind a province's proxy (1.3, 1.4). The outer one carries the
/// error_code too: clients look at either.
/// </param>
/// <param name="ExistsCode">The code of "already exists": 3 or -3, both known to one client only (1.3).</param>
public sealed record ReplyStyle(ErrorCodeForm Form, bool Wrapped = false, int ExistsCode = 3)
{
    /// <summary>The style of a system's settings.</summary>
    /// <param name="system">The system.</param>
    /// <param name="wrapped">Whether it called by the shape of a province's proxy.</param>
    public static ReplyStyle Of(OneStopSystem system, bool wrapped = false) => new(ErrorCodeForms.Parse(system.ErrorCodeForm), wrapped);
}
