using System.Text.RegularExpressions;
using DichVuCong.Adapters.OneStop.Wire;

namespace DichVuCong.Gateway.OneStop.Http;

/// <summary>
/// The address on the security server to which a call was sent (1.1): <c>dstcode</c> as header or query, <c>VN:GOV:member:subsystem</c>. A call
/// need not carry one; <c>providerurl</c> is the adapters' own business and taken as it is.
/// </summary>
internal sealed partial class DstCodes(OneStopOptions options)
{
    private const string Name = "dstcode";

    private static readonly WireFault Malformed = new("dstcode.malformed", Name, "dstcode phải có dạng VN:GOV:<mã thành viên>:<hệ thống con>.");
    private static readonly WireFault NotOurs = new("dstcode.notOurs", Name, "dstcode không phải của Cổng Dịch vụ công quốc gia.");

    /// <summary>What is wrong with a call's address; null when nothing is.</summary>
    public WireFault? Check(HttpRequest request)
    {
        var code = request.Headers[Name].Count > 0 ? request.Headers[Name].ToString() : request.Query[Name].ToString();
        if (code.Length == 0) return null;
        if (code.Length > 200 || !Pattern().IsMatch(code)) return Malformed;
        return options.DstCodes.Count == 0 || options.DstCodes.Contains(code, StringComparer.OrdinalIgnoreCase) ? null : NotOurs;
    }

    [GeneratedRegex("^VN:(GOV|COM):[0-9A-Za-z._-]+:[0-9A-Za-z._-]+\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
