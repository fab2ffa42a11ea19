using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Parcels;

/// <summary>What the public post carries for a dossier (A33.2a).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ParcelKind>))]
public enum ParcelKind : byte
{
    /// <summary>Thu gom hồ sơ: the papers, from the applicant to the agency.</summary>
    Papers = 1,

    /// <summary>Trả kết quả: the result, from the agency to the applicant.</summary>
    Result = 2,
}

/// <summary>What the applicant asks the public post for.</summary>
[Flags]
public enum PostServices : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Papers are collected at the applicant's.</summary>
    CollectPapers = 1,

    /// <summary>The result is brought to the applicant.</summary>
    ReturnResult = 2,

    /// <summary>What is not paid of the dossier's fees when the result is sent is collected by the postman (CODAmount).</summary>
    CashOnDelivery = 4,
}
